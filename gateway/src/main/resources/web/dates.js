// Days and numbers, as each language writes them in Finland: 24.11.2026 and 3,9 in Finnish and Swedish, 24 Nov 2026 and 3.9 in
// English.

const LOCALES = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

const inEach = (make) => Object.fromEntries(Object.entries(LOCALES).map(([tag, locale]) => [tag, make(locale, tag)]));
const days = inEach((locale, tag) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: tag === 'en' ? 'short' : 'numeric', year: 'numeric', timeZone: 'UTC' }));
const decimals = inEach((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1, minimumFractionDigits: 1 }));
const percents = inEach((locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }));

export const showDay = (t, iso) => days[t.tag].format(new Date(`${iso}T00:00:00Z`));
export const showDecimal = (t, number) => decimals[t.tag].format(number);
export const showPercent = (t, share) => percents[t.tag].format(share);
export const showInterval = (t, { low, high }) => `${Math.round(low * 100)}–${showPercent(t, high)}`;

/** The day in Finland, as in a date field. */
export const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' }).format(new Date());

/** Years of which there can be figures, the present one first. */
export const years = () => Array.from({ length: Number(today().slice(0, 4)) - 2014 }, (_, ago) => Number(today().slice(0, 4)) - ago);

/** ISO 8601 week of a day: "2017-W44". */
export function isoWeek(iso) {
  const thursday = new Date(`${iso}T00:00:00Z`);
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week = Math.ceil(((thursday - newYear) / 86_400_000 + 1) / 7);
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}

/** "2017-10" is shown as 10/2017, "2017-W44" as 44/2017 with its letter, "2017-Q4" likewise. */
export const showPeriod = (period, t) => showPeriods(period, period, t);

/** Periods of one year that follow each other: "2017-01" to "2017-09" is shown as 1–9/2017. */
export function showPeriods(first, last, t) {
  const [year, part] = first.split('-');
  const number = (period) => Number(period.split('-')[1].replace(/\D/, ''));
  const numbers = first === last ? number(first) : `${number(first)}–${number(last)}`;
  if (part.startsWith('W')) return `${t.weekShort} ${numbers}/${year}`;
  if (part.startsWith('Q')) return `${t.quarterShort}${numbers}/${year}`;
  return `${numbers}/${year}`;
}

/** A share with its interval, or a mean with its unit. */
export function showRate(t, rate, unit) {
  if (rate.mean !== undefined) return `${showDecimal(t, rate.mean)} ${t[`unit_${unit}`]}`;
  return rate.low === undefined ? showPercent(t, rate.share) : `${showPercent(t, rate.share)} (${showInterval(t, rate)})`;
}
