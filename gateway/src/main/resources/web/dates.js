// Dates and numbers as Finns write them, whatever the language of the page.

const day = new Intl.DateTimeFormat('fi-FI', { day: 'numeric', month: 'numeric', year: 'numeric', timeZone: 'UTC' });
const decimal = new Intl.NumberFormat('fi-FI', { maximumFractionDigits: 1, minimumFractionDigits: 1 });

export const showDay = (iso) => day.format(new Date(`${iso}T00:00:00Z`));
export const showDecimal = (number) => decimal.format(number);
export const showPercent = (share) => `${Math.round(share * 100)} %`;

/** The day in Finland, as in a date field. */
export const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' }).format(new Date());

/** ISO 8601 week of a day: "2017-W44". */
export function isoWeek(iso) {
  const thursday = new Date(`${iso}T00:00:00Z`);
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week = Math.ceil(((thursday - newYear) / 86_400_000 + 1) / 7);
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}

/** "2017-10" is shown as 10/2017, "2017-W44" as 44/2017 with its letter, "2017-Q4" likewise. */
export function showPeriod(period, t) {
  const [year, part] = period.split('-');
  if (part.startsWith('W')) return `${t.weekShort} ${Number(part.slice(1))}/${year}`;
  if (part.startsWith('Q')) return `${t.quarterShort}${part.slice(1)}/${year}`;
  return `${Number(part)}/${year}`;
}

/** A share with its interval, or a mean with its unit. */
export function showRate(t, rate, unit) {
  if (rate.mean !== undefined) return `${showDecimal(rate.mean)} ${t[`unit_${unit}`]}`;
  return rate.low === undefined ? showPercent(rate.share) : `${showPercent(rate.share)} (${Math.round(rate.low * 100)}–${showPercent(rate.high)})`;
}
