// Service paths: which services work for those who used them, and where they hurt. Services are assessed, nobody else.
import { html, useState } from './vendor/htm-preact-standalone-3.1.1.js';
import { get, newKey, post } from './api.js';
import { showPercent, showPeriod } from './dates.js';
import { meaningOf } from './indicators.js';
import { Choice, Failure, OfOneUnit, useLoaded } from './parts.js';
import { filled } from './texts.js';

export function Paths({ t, me }) {
  return html`<${OfOneUnit} t=${t} title=${t.paths} show=${(unit) => html`<p>${t.pathsText}</p>
    ${me.roles.includes('coordinator') && html`<${Names} key=${unit} t=${t} unit=${unit} />`}
    <${Assessed} t=${t} unit=${unit} />`} />`;
}

function Assessed({ t, unit }) {
  const thisYear = new Date().getFullYear();
  const [year, setYear] = useState(thisYear);
  const shown = useLoaded(() => get(`/api/v1/views/service-paths?unit=${encodeURIComponent(unit)}&year=${year}`), `${unit} ${year}`);
  const years = [0, 1, 2, 3].map((ago) => [String(thisYear - ago), thisYear - ago]);
  const rows = (shown.value?.periods ?? []).flatMap((period) => period.services.map((service) => ({ ...period, ...service })));
  return html`<${Choice} label=${t.year} name="year" value=${String(year)} options=${years} onChange=${(event) => setYear(Number(event.target.value))} />
    <${Failure} t=${t} problem=${shown.problem} />
    ${shown.value && rows.length === 0 && html`<p>${t.pathsNone}</p>`}
    ${rows.length > 0 && html`<div class="scroll" role="region" tabindex="0" aria-label=${t.paths}><table>
      <thead><tr><th scope="col">${t.period}</th><th scope="col">${t.service}</th><th scope="col">${t.serviceWorks}</th><th scope="col">${t.painPoints}</th></tr></thead>
      <tbody>${rows.map((row) => html`<tr key=${`${row.period} ${row.service}`}>
        <td>${showPeriod(row.period, t)}${row.over ? '' : html` <small>(${t.growing})</small>`}</td><th scope="row">${row.service}</th>
        <td>${row.works.n === undefined ? filled(t.under, row.works.under) : html`<a href=${meaningOf('service-works')}><strong>${showPercent(row.works.share)}</strong></a> (${Math.round(row.works.low * 100)}–${showPercent(row.works.high)})<br /><small>${filled(t.pathsDrawn, row.works.n)}</small>`}</td>
        <td>${row.topics.map((topic) => html`${topic.topic} (<a href=${meaningOf('pain-points')}>${topic.times}</a>) `)}</td></tr>`)}</tbody>
    </table></div><p>${filled(t.newPainPoints, shown.value.newTopics)}</p>`}`;
}

/** What clients call services and what is hard there: a person looks whether anybody is named. */
function Names({ t, unit }) {
  const [turn, setTurn] = useState(0);
  const [problem, setProblem] = useState();
  const names = useLoaded(() => get(`/api/v1/service-paths/names?unit=${encodeURIComponent(unit)}`), turn);
  const passed = useLoaded(() => get('/api/v1/service-paths/names/passed'), turn);
  const decide = (name, decision) => post('/api/v1/service-paths/names/decision', { name, decision }, { 'Idempotency-Key': newKey() })
    .then(() => { setProblem(); setTurn(turn + 1); }, setProblem);
  return html`<section><h2>${t.namesWaiting}</h2><p>${t.namesWaitingText}</p>
    <${Failure} t=${t} problem=${problem} />
    ${names.value?.length === 0 && html`<p>${t.wordsHeldNone}</p>`}
    <ul class="cards">${(names.value ?? []).map(({ name }) => html`<li key=${name}><h3>${name}</h3>
      <p class="buttons"><button onClick=${() => decide(name, 'passed')}>${t.pass}</button>
        <button class="second" onClick=${() => decide(name, 'withheld')}>${t.withhold}</button></p></li>`)}</ul>
    ${passed.value?.length > 0 && html`<details><summary>${t.namesPassed}</summary><ul>${passed.value.map((name) => html`<li key=${name}>${name} <button class="second" onClick=${() => decide(name, 'withheld')}>${t.withhold}</button></li>`)}</ul></details>`}
  </section>`;
}
