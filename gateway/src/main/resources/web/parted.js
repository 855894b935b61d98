// One indicator in parts, and beside other organisations. What is compared was found together; neither is because of the other.
import { html, useState } from './vendor/htm-preact-standalone-3.1.1.js';
import { all, get } from './api.js';
import { showPercent, showPeriod, showRate } from './dates.js';
import { Choice, Failure, Loading, useLoaded } from './parts.js';
import { filled } from './texts.js';

const DIMENSIONS = ['pair', 'channel', 'kind', 'unit', 'activity'];
/** Who may see the organisation beside others. */
const COMPARES = ['manager', 'coordinator', 'analyst'];
const NAMED = { pair: 'part', channel: 'channel', kind: 'kind' };

export function Parted({ t, me, asked, catalogue, units }) {
  const activities = useLoaded(() => all('/api/v1/activities'), 'activities').value ?? [];
  const names = Object.fromEntries([...units.map((one) => [one.slug, one.name]), ...activities.map((one) => [one.id, one.name])]);
  const [indicator, setIndicator] = useState('sufficient-time');
  const [dimension, setDimension] = useState('pair');
  return html`<section><h2>${t.parted}</h2><p>${t.partedText}</p>
    <div class="choices">
      <${Choice} label=${t.indicator} name="indicator" value=${indicator} options=${catalogue.filter((one) => one.unit === 'share').map((one) => [one.indicator, one.name])} onChange=${(event) => setIndicator(event.target.value)} />
      <${Choice} label=${t.dimension} name="dimension" value=${dimension} options=${DIMENSIONS.map((one) => [one, t[`dimension_${one}`]])} onChange=${(event) => setDimension(event.target.value)} />
    </div>
    <${Parts} t=${t} indicator=${indicator} dimension=${dimension} asked=${asked} names=${names} />
    ${COMPARES.some((role) => me.roles.includes(role)) && html`<h3>${t.besideOthers}</h3><${BesideOthers} t=${t} indicator=${indicator} asked=${asked} />`}
  </section>`;
}

function Parts({ t, indicator, dimension, asked, names }) {
  const found = useLoaded(() => get(`/api/v1/indicators/${indicator}/by/${dimension}?${asked}`, t.tag), `${indicator} ${dimension} ${asked} ${t.tag}`);
  if (found.problem) return html`<${Failure} t=${t} problem=${found.problem} />`;
  if (!found.value) return html`<${Loading} t=${t} />`;
  const rows = found.value.periods.flatMap((period) => period.parts.filter((part) => part.rate.n !== undefined).map((part) => ({ ...period, ...part })));
  if (!rows.length) return html`<p>${t.nothingToShow}</p>`;
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${t.parted}><table>
    <thead><tr><th scope="col">${t.period}</th><th scope="col">${t[`dimension_${dimension}`]}</th><th scope="col">${t.figure}</th><th scope="col">n</th><th scope="col">${t.against}</th></tr></thead>
    <tbody>${rows.map((row) => html`<tr key=${`${row.period} ${row.part}`}>
      <td>${showPeriod(row.period, t)}${row.over ? '' : html` <small>(${t.growing})</small>`}</td>
      <th scope="row">${t[`${NAMED[dimension]}_${row.part}`] ?? names[row.part] ?? row.part}</th>
      <td><a href=${`#indicators/${indicator}`}>${showRate(t, row.rate, 'share')}</a></td><td>${row.rate.n}</td>
      <td>${row.against ? html`${t[`size_${row.against.size}`]}<br /><small>${points(row.against.difference)} (${points(row.against.low)} – ${points(row.against.high)}) ${t.points}</small>` : ''}</td></tr>`)}</tbody>
  </table></div><p><small>${found.value.wording}</small></p>`;
}

/** Of percentage points, with their sign. */
const points = (difference) => `${difference > 0 ? '+' : difference < 0 ? '−' : ''}${Math.abs(Math.round(difference * 100))}`;

/** Of those that agreed to be compared; nobody is named. */
function BesideOthers({ t, indicator, asked }) {
  const period = new URLSearchParams(asked);
  period.delete('unit');
  const found = useLoaded(() => get(`/api/v1/benchmarks/${indicator}?${period}`, t.tag), `${indicator} ${period}`);
  if (found.problem) return html`<${Failure} t=${t} problem=${found.problem} />`;
  if (!found.value) return html`<${Loading} t=${t} />`;
  const rows = found.value.periods.filter((row) => row.spread);
  if (!rows.length) return html`<p>${t.besideOthersNone}</p>`;
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${t.besideOthers}><table>
    <thead><tr><th scope="col">${t.period}</th><th scope="col">${t.own}</th><th scope="col">${t.lowerQuarter}</th><th scope="col">${t.middle}</th><th scope="col">${t.upperQuarter}</th></tr></thead>
    <tbody>${rows.map((row) => html`<tr key=${row.period}><th scope="row">${showPeriod(row.period, t)}</th><td>${row.own === undefined ? filled(t.under, 10) : showPercent(t, row.own)}</td>
      <td>${showPercent(t, row.spread.lowerQuarter)}</td><td>${showPercent(t, row.spread.middle)}</td><td>${showPercent(t, row.spread.upperQuarter)}</td></tr>`)}</tbody>
  </table></div>`;
}
