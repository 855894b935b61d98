// The indicators of a unit or the organisation. Each number leads to its row in the catalogue below.
import { html, useEffect, useState } from './vendor/htm-preact-standalone-3.1.1.js';
import { all, get } from './api.js';
import { showPeriod, showRate, years } from './dates.js';
import { Parted } from './parted.js';
import { Choice, Failure, firstWith, Heading, Loading, useLoaded } from './parts.js';
import { filled } from './texts.js';

/** Figures of other pages, which have their row here too. */
const ELSEWHERE = ['answered', 'service-works', 'pain-points'];
const WIDTHS = ['month', 'quarter'];

export function Indicators({ t, me, place }) {
  const units = useLoaded(() => all('/api/v1/units'), 'units');
  const catalogue = useLoaded(() => get('/api/v1/indicators', t.tag), t.tag);
  const [unit, setUnit] = useState('');
  const [by, setBy] = useState('month');
  const [chosenYear, setYear] = useState();
  const latest = useLoaded(() => firstWith(years(), async (one) => (await shown(asking(one, by), t)).length > 0), 'latest');
  const year = chosenYear ?? latest.value;
  const isLoaded = units.value !== undefined && catalogue.value !== undefined && year !== undefined;
  useEffect(() => { if (isLoaded && place) toMeaning(place); }, [isLoaded, place]);
  const problem = units.problem ?? catalogue.problem ?? latest.problem;
  return html`<${Heading}>${t.indicators}<//>
    <p>${t.indicatorsIntro}</p>
    <${Failure} t=${t} problem=${problem} />
    ${!isLoaded && !problem && html`<${Loading} t=${t} />`}
    ${isLoaded && html`<${Shown} t=${t} me=${me} units=${units.value} catalogue=${catalogue.value} unit=${unit} year=${year} by=${by}
      onUnit=${setUnit} onYear=${setYear} onBy=${setBy} />`}`;
}

const asking = (year, by, unit) => new URLSearchParams({ year, by, ...(unit && { unit }) }).toString();

const shown = (asked, t) => get(`/api/v1/exports/indicators?${asked}&format=json`, t.tag);

function Shown({ t, me, units, catalogue, unit, year, by, onUnit, onYear, onBy }) {
  const asked = asking(year, by, unit);
  // Most are shares, shown from as many cases on: said once. What is counted otherwise has its own example.
  const shares = catalogue.find((one) => one.unit === 'share');
  return html`
    <div class="choices">
      <${Choice} label=${t.unit} name="unit" value=${unit} options=${[['', t.wholeOrganisation], ...units.map((one) => [one.slug, one.name])]} onChange=${(event) => onUnit(event.target.value)} />
      <${Choice} label=${t.year} name="year" value=${String(year)} options=${years().map((one) => [String(one), one])} onChange=${(event) => onYear(Number(event.target.value))} />
      <${Choice} label=${t.by} name="by" value=${by} options=${WIDTHS.map((one) => [one, t[`by_${one}`]])} onChange=${(event) => onBy(event.target.value)} />
    </div>
    <${Figures} t=${t} asked=${asked} catalogue=${catalogue} />
    <p><a class="button" href=${`/api/v1/exports/indicators?${asked}`}>${t.download}</a></p>
    <${Parted} t=${t} me=${me} asked=${asked} catalogue=${catalogue.filter((one) => !ELSEWHERE.includes(one.indicator))} units=${units} />
    <h2>${t.catalogue}</h2>
    <p>${shares.example} ${filled(t.threshold, shares.threshold)}</p>
    <dl class="meanings">${catalogue.map((one) => html`
      <dt id=${idOf(one.indicator)} tabindex="-1">${one.name}</dt>
      <dd>${one.meaning} ${one.unit !== 'share' && one.example} <small>${t.formula}: ${one.formula}.</small></dd>`)}</dl>`;
}

/** Where a number's row in the catalogue is, from any page. */
export const meaningOf = (indicator) => `#indicators/${indicator}`;

const idOf = (indicator) => `meaning-${indicator}`;

function Figures({ t, asked, catalogue }) {
  const found = useLoaded(() => shown(asked, t), `${asked} ${t.tag}`);
  if (found.problem) return html`<${Failure} t=${t} problem=${found.problem} />`;
  if (!found.value) return html`<${Loading} t=${t} />`;
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
