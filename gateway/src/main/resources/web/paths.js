// Service paths: which services work for those who used them, and where they hurt. Services are assessed, nobody else.
import { html, useState } from './vendor/htm-preact-standalone-3.1.1.js';
import { get, newKey, post } from './api.js';
import { showInterval, showPercent, showPeriod, years } from './dates.js';
import { meaningOf } from './indicators.js';
import { Choice, Failure, firstWith, Loading, OfOneUnit, useLoaded } from './parts.js';
import { filled } from './texts.js';

export function Paths({ t, me }) {
  return html`<${OfOneUnit} t=${t} title=${t.paths} opensOn=${(units) => firstWith(units, (unit) => isDrawn(unit.slug, years()[0]))} show=${(unit) => html`<p>${t.pathsText}</p>
    ${me.roles.includes('coordinator') && html`<${Names} key=${unit} t=${t} unit=${unit} />`}
    <${Assessed} key=${unit} t=${t} unit=${unit} />`} />`;
}

/** Years that are offered, the present one first. */
const OFFERED = years().slice(0, 4);

const drawn = (unit, year) => get(`/api/v1/views/service-paths?unit=${encodeURIComponent(unit)}&year=${year}`);
const isDrawn = async (unit, year) => (await drawn(unit, year)).periods.some((period) => period.services.length > 0);

function Assessed({ t, unit }) {
  const [chosen, setYear] = useState();
  const shown = useLoaded(async () => {
    const year = chosen ?? await firstWith(OFFERED, (one) => isDrawn(unit, one));
    return { year, ...await drawn(unit, year) };
  }, chosen);
  const year = chosen ?? shown.value?.year ?? OFFERED[0];
  const rows = (shown.value?.periods ?? []).flatMap((period) => period.services.map((service) => ({ ...period, ...service })));
  return html`<${Choice} label=${t.year} name="year" value=${String(year)} options=${OFFERED.map((one) => [String(one), one])} onChange=${(event) => setYear(Number(event.target.value))} />
    <${Failure} t=${t} problem=${shown.problem} />
    ${!shown.value && !shown.problem && html`<${Loading} t=${t} />`}
    ${shown.value && rows.length === 0 && html`<p>${t.pathsNone}</p>`}
    ${rows.length > 0 && html`<div class="scroll" role="region" tabindex="0" aria-label=${t.paths}><table>
      <thead><tr><th scope="col">${t.period}</th><th scope="col">${t.service}</th><th scope="col">${t.serviceWorks}</th><th scope="col">${t.painPoints}</th></tr></thead>
      <tbody>${rows.map((row) => html`<tr key=${`${row.period} ${row.service}`}>
        <td>${showPeriod(row.period, t)}${row.over ? '' : html` <small>(${t.growing})</small>`}</td><th scope="row">${row.service}</th>
        <td>${row.works.n === undefined ? filled(t.under, row.works.under) : html`<a href=${meaningOf('service-works')}><strong>${showPercent(t, row.works.share)}</strong></a> (${showInterval(t, row.works)})<br /><small>${filled(t.pathsDrawn, row.works.n)}</small>`}</td>
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
    ${names.value?.length === 0 && html`<p>${t.namesNone}</p>`}
    <ul class="cards">${(names.value ?? []).map(({ name }) => html`<li key=${name}><h3>${name}</h3>
      <p class="buttons"><button onClick=${() => decide(name, 'passed')}>${t.pass}<span class="unseen"> ${name}</span></button>
        <button class="second" onClick=${() => decide(name, 'withheld')}>${t.withhold}<span class="unseen"> ${name}</span></button></p></li>`)}</ul>
    ${passed.value?.length > 0 && html`<details><summary>${t.namesPassed}</summary><ul>${passed.value.map((name) => html`<li key=${name}>${name} <button class="second" onClick=${() => decide(name, 'withheld')}>${t.withhold}<span class="unseen"> ${name}</span></button></li>`)}</ul></details>`}
  </section>`;
}
