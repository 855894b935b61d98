// The indicators of a unit or the organisation. Each number leads to its row in the catalogue below.
import { html, useEffect, useState } from './vendor/htm-preact-standalone-3.1.1.js';
import { all, get } from './api.js';
import { showPeriod, showRate } from './dates.js';
import { Parted } from './parted.js';
import { Choice, Failure, useLoaded } from './parts.js';
import { filled } from './texts.js';

/** Figures of other pages, which have their row here too. */
const ELSEWHERE = ['answered', 'service-works', 'pain-points'];
const WIDTHS = ['month', 'quarter'];

export function Indicators({ t, me, place }) {
  const units = useLoaded(() => all('/api/v1/units'), 'units');
  const catalogue = useLoaded(() => get('/api/v1/indicators', t.tag), t.tag);
  const [unit, setUnit] = useState('');
  const [by, setBy] = useState('month');
  const thisYear = new Date().getFullYear();
  const [year, setYear] = useState(thisYear);
  const isLoaded = units.value !== undefined && catalogue.value !== undefined;
  useEffect(() => { if (isLoaded && place) toMeaning(place); }, [isLoaded, place]);
  const problem = units.problem ?? catalogue.problem;
  if (problem) return html`<${Failure} t=${t} problem=${problem} />`;
  if (!isLoaded) return html`<p role="status">${t.loading}</p>`;
  const years = Array.from({ length: thisYear - 2014 }, (_, n) => thisYear - n);
  const asked = new URLSearchParams({ year, by, ...(unit && { unit }) });
  return html`<h1 tabindex="-1">${t.indicators}</h1>
    <p>${t.indicatorsIntro}</p>
    <div class="choices">
      <${Choice} label=${t.unit} name="unit" value=${unit} options=${[['', t.wholeOrganisation], ...units.value.map((one) => [one.slug, one.name])]} onChange=${(event) => setUnit(event.target.value)} />
      <${Choice} label=${t.year} name="year" value=${String(year)} options=${years.map((one) => [String(one), one])} onChange=${(event) => setYear(Number(event.target.value))} />
      <${Choice} label=${t.by} name="by" value=${by} options=${WIDTHS.map((one) => [one, t[`by_${one}`]])} onChange=${(event) => setBy(event.target.value)} />
    </div>
    <${Figures} t=${t} asked=${asked.toString()} catalogue=${catalogue.value} />
    <p><a class="button" href=${`/api/v1/exports/indicators?${asked}`}>${t.download}</a></p>
    <${Parted} t=${t} me=${me} asked=${asked.toString()} catalogue=${catalogue.value.filter((one) => !ELSEWHERE.includes(one.indicator))} units=${units.value} />
    <h2>${t.catalogue}</h2>
    <dl>${catalogue.value.map((one) => html`
      <dt id=${idOf(one.indicator)} tabindex="-1">${one.name} (${one.practice})</dt>
      <dd>${one.meaning} ${one.example} <small>${one.formula}. ${filled(t.threshold, one.threshold)}</small></dd>`)}</dl>`;
}

/** Where a number's row in the catalogue is, from any page. */
export const meaningOf = (indicator) => `#indicators/${indicator}`;

const idOf = (indicator) => `meaning-${indicator}`;

function Figures({ t, asked, catalogue }) {
  const found = useLoaded(() => get(`/api/v1/exports/indicators?${asked}&format=json`, t.tag), `${asked} ${t.tag}`);
  if (found.problem) return html`<${Failure} t=${t} problem=${found.problem} />`;
  if (!found.value) return html`<p role="status">${t.loading}</p>`;
  if (!found.value.length) return html`<p>${t.nothingToShow}</p>`;
  const names = Object.fromEntries(catalogue.map((one) => [one.indicator, one]));
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${t.indicators}><table>
    <thead><tr><th scope="col">${t.indicator}</th><th scope="col">${t.period}</th><th scope="col">${t.figure}</th><th scope="col">n</th></tr></thead>
    <tbody>${found.value.map(({ indicator, name, row }) => html`<tr key=${`${indicator} ${row.period}`}>
      <th scope="row">${name}</th>
      <td>${showPeriod(row.period, t)}${row.over ? '' : html` <small>(${t.growing})</small>`}</td>
      <td><a href=${meaningOf(indicator)} onClick=${() => toMeaning(indicator)}>${showRate(t, row.rate, names[indicator].unit)}</a></td>
      <td>${row.rate.n}</td>
    </tr>`)}</tbody>
  </table></div>`;
}

function toMeaning(indicator) {
  const meaning = document.getElementById(idOf(indicator));
  meaning?.scrollIntoView();
  meaning?.focus();
}
