import { Command } from 'commander';

/** A command of this project; what it complains about in its arguments is one line. */
export function createCommand(name: string): Command {
  return new Command(name).allowExcessArguments(false).configureOutput({
    outputError: (text, write) => {
      const complaint = text
        .trim()
        .replace(/^error: /, '')
        .replace(/^./, (letter) => letter.toUpperCase())
        .replace(/\s*\n\s*/g, ' ')
        .replace(/\.$/, '');
      write(`${complaint} (--help tells what there is)\n`);
    },
  });
}
