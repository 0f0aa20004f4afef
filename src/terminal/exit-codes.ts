/** What a command's exit code says. */
export const EXIT = { answered: 0, mistake: 1, fault: 2, missed: 3, interrupted: 130 } as const;
