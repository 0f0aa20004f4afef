/** What programs need on Linux, macOS and Windows: to be found, to run, to keep temporary files. */
const NEEDED = [
  ...['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'TMPDIR', 'TZ', 'LANG', 'LANGUAGE'],
  ...['LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH', 'DYLD_FALLBACK_LIBRARY_PATH'],
  ...['TEMP', 'TMP', 'PATHEXT', 'SYSTEMROOT', 'SYSTEMDRIVE', 'WINDIR', 'COMSPEC'],
  ...['USERPROFILE', 'USERNAME', 'APPDATA', 'LOCALAPPDATA', 'PROGRAMDATA'],
  ...['NUMBER_OF_PROCESSORS', 'PROCESSOR_ARCHITECTURE', 'OS'],
];
const LOCALE = /^LC_[A-Z]+$/;

/**
 * The environment for a process or a worker thread of ours: no token, no setting, and nothing that
 * another program put there.
 */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const all = Object.entries(process.env);
  // Windows does not tell upper from lower case.
  return Object.fromEntries(
    all.filter(([name]) => NEEDED.includes(name.toUpperCase()) || LOCALE.test(name)),
  );
}
