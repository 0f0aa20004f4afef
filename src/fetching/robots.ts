import robotsParser from 'robots-parser';

/** The name that a robots.txt calls us by. */
const ROBOT = 'pullquote';

/** What a site asks of programs. */
export interface Robots {
  allows: (url: string) => boolean;
  /** Between two requests, in milliseconds. */
  pauseMs?: number;
}

export function readRobots(url: URL, text: string): Robots {
  // The package says that it has a default export, and is CommonJS.
  const parse = robotsParser as unknown as typeof robotsParser.default;
  const robots = parse(url.href, text);
  const seconds = robots.getCrawlDelay(ROBOT);
  return {
    allows: (page) => robots.isAllowed(page, ROBOT) ?? true,
    ...(seconds && { pauseMs: seconds * 1_000 }),
  };
}
