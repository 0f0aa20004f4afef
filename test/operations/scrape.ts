/** What a port of this machine tells. */
export async function health(port: number) {
  const response = await fetch(`http://127.0.0.1:${port}/healthz`);
  return { code: response.status, ...((await response.json()) as Record<string, unknown>) };
}

/** Each sample by its name and labels as they are written: `name{label="value"}`. */
export async function scrape(port: number): Promise<{ [sample: string]: number }> {
  const response = await fetch(`http://127.0.0.1:${port}/metrics`);
  const lines = (await response.text()).split('\n').filter((line) => /^[a-z]/u.test(line));
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.lastIndexOf(' ');
      return [line.slice(0, at), Number(line.slice(at + 1))];
    }),
  );
}
