/** What a quantity may be asked for as. */
export type Dimension =
  | 'length'
  | 'duration'
  | 'mass'
  | 'volume'
  | 'temperature'
  | 'speed'
  | 'money'
  | 'share'
  | 'energy'
  | 'data';

export interface Unit {
  name: string;
  dimension: Dimension;
}

/** Name, dimension, and how it is written (plurals of words need not be listed). */
const TABLE: readonly [name: string, dimension: Dimension, written: string][] = [
  ['metre', 'length', 'metre|meter|m'],
  ['centimetre', 'length', 'centimetre|centimeter|cm'],
  ['millimetre', 'length', 'millimetre|millimeter|mm'],
  ['kilometre', 'length', 'kilometre|kilometer|km'],
  ['nautical mile', 'length', 'nautical mile'],
  ['mile', 'length', 'mile|mi'],
  ['foot', 'length', 'foot|feet|ft'],
  ['inch', 'length', 'inch|inche'],
  ['light year', 'length', 'light[ -]year'],
  ['second', 'duration', 'second|sec'],
  ['minute', 'duration', 'minute|min'],
  ['hour', 'duration', 'hour|h|hr'],
  ['day', 'duration', 'day'],
  ['week', 'duration', 'week'],
  ['month', 'duration', 'month'],
  ['year', 'duration', 'year'],
  ['kilogram', 'mass', 'kilogram|kilogramme|kilo|kg'],
  ['gram', 'mass', 'gram|gramme|g'],
  ['tonne', 'mass', 'tonne'],
  ['ton', 'mass', 'ton'],
  ['pound (mass)', 'mass', 'lb'],
  ['litre', 'volume', 'litre|liter|l'],
  ['millilitre', 'volume', 'millilitre|milliliter|ml'],
  ['degree Celsius', 'temperature', '°C|degrees? celsius|degrees? centigrade'],
  ['degree Fahrenheit', 'temperature', '°F|degrees? fahrenheit'],
  ['degree', 'temperature', 'degree|°'],
  [
    'kilometre per hour',
    'speed',
    'km/h|kph|kilometres? per hour|kilometers? per hour|kilometres? an hour',
  ],
  ['mile per hour', 'speed', 'mph|miles? per hour|miles? an hour'],
  ['metre per second', 'speed', 'm/s|metres? per second|meters? per second|metres? a second'],
  ['knot', 'speed', 'knot'],
  ['per cent', 'share', '%|per cent|percent'],
  ['percentage point', 'share', 'percentage point'],
  ['crown', 'money', 'crown|kr'],
  ['euro', 'money', 'euro|€|EUR'],
  ['dollar', 'money', 'dollar|\\$|USD'],
  ['pound', 'money', 'pound|£|GBP'],
  ['kilowatt', 'energy', 'kilowatt|kW'],
  ['megawatt', 'energy', 'megawatt|MW'],
  ['kilowatt-hour', 'energy', 'kilowatt[ -]hour|kWh'],
  ['megawatt-hour', 'energy', 'megawatt[ -]hour|MWh'],
  ['gigawatt-hour', 'energy', 'gigawatt[ -]hour|GWh'],
  ['megabyte', 'data', 'megabyte|MB'],
  ['gigabyte', 'data', 'gigabyte|GB'],
];

const longestFirst = TABLE.flatMap(([name, dimension, written]) =>
  written.split('|').map((form) => ({ name, dimension, form })),
).sort((a, b) => b.form.length - a.form.length);
const units = longestFirst.map(({ name, dimension, form }) => ({
  unit: { name, dimension } satisfies Unit,
  // Symbols of one or two letters are told from capitals ("5 M" is no metre).
  pattern: new RegExp(
    `^[\\s-]*(?:${form})${/^\p{L}{3}/u.test(form) ? 's?' : ''}(?![\\p{L}\\d])`,
    /^\p{L}{1,2}$/u.test(form) ? 'u' : 'iu',
  ),
}));

/** The unit that a text begins with, and how long its name is there. */
export function unitAt(text: string): { unit: Unit; length: number } | undefined {
  for (const { unit, pattern } of units) {
    const match = pattern.exec(text);
    if (match) return { unit, length: match[0].length };
  }
  return undefined;
}

const SYMBOLS: Readonly<Record<string, string>> = { '€': 'euro', $: 'dollar', '£': 'pound' };

/** The currency whose sign a text ends with, as it stands before a figure. */
export function currencyBefore(text: string): Unit | undefined {
  const name = SYMBOLS[/([€$£])\s?$/u.exec(text)?.[1] ?? ''];
  return name === undefined ? undefined : { name, dimension: 'money' };
}
