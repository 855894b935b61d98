// The view "heard": a table, and beside it a picture of the same shares.
import { html, useState } from './vendor/htm-preact-standalone-3.1.1.js';
import { all, get } from './api.js';
import { showDecimal, showPercent, showPeriod } from './dates.js';
import { meaningOf } from './indicators.js';
import { filled } from './texts.js';
import { Choice, Failure, GIVERS, named, useLoaded } from './parts.js';

const COLUMNS = [['all', 'allAnswers'], ['withPeerExpert', 'withPair'], ['withoutPeerExpert', 'withoutPair']];

export function Heard({ t }) {
  const units = useLoaded(() => all('/api/v1/units'), 'units');
  if (units.problem) return html`<${Failure} t=${t} problem=${units.problem} />`;
  if (!units.value) return html`<p role="status">${t.loading}</p>`;
  return html`<h1 tabindex="-1">${t.heard}</h1>
    ${units.value.length ? html`<${OfUnit} t=${t} units=${units.value} />` : html`<p>${t.none}</p>`}`;
}

function OfUnit({ t, units }) {
  const [unit, setUnit] = useState(units[0].slug);
  const [by, setBy] = useState('month');
  const [chosenYear, setYear] = useState();
  const years = useLoaded(() => get(`/api/v1/views/heard/years?unit=${unit}`), unit).value;
  const thisYear = new Date().getFullYear();
  const year = chosenYear ?? years?.at(-1) ?? thisYear;
  const choices = [...new Set([...(years ?? []), thisYear, year])].sort().reverse();
  return html`
    <p>${t.heardIntro}</p>
    <div class="choices">
      <${Choice} label=${t.unit} name="unit" value=${unit} options=${units.map((one) => [one.slug, one.name])} onChange=${(event) => { setUnit(event.target.value); setYear(); }} />
      <${Choice} label=${t.year} name="year" value=${String(year)} options=${choices.map((one) => [String(one), one])} onChange=${(event) => setYear(Number(event.target.value))} />
      <${Choice} label=${t.by} name="by" value=${by} options=${['week', 'month', 'quarter'].map((one) => [one, t[`by_${one}`]])} onChange=${(event) => setBy(event.target.value)} />
    </div>
    ${years && html`<${Figures} t=${t} unit=${unit} year=${year} by=${by} /><${Answered} t=${t} unit=${unit} year=${year} by=${by} />`}`;
}

/** Each question of the organisation's own sets, and of those that Rinnalla brings. */
function Answered({ t, unit, year, by }) {
  const [giver, setGiver] = useState('client');
  const asked = new URLSearchParams({ unit, year, by, giver });
  const found = useLoaded(() => get(`/api/v1/views/questions?${asked}`, t.tag), `${asked} ${t.tag}`);
  const rows = (found.value?.questions ?? []).flatMap((question) => question.periods.filter((one) => one.rate.n !== undefined).map((one) => ({ ...one, ...question })));
  return html`<section><h2>${t.questionsAnswered}</h2>
    <${Choice} label=${t.setGiver} name="giver" value=${giver} options=${named(t, 'giver', GIVERS)} onChange=${(event) => setGiver(event.target.value)} />
    <${Failure} t=${t} problem=${found.problem} />
    ${found.value && rows.length === 0 && html`<p>${t.questionsNothing}</p>`}
    ${rows.length > 0 && html`<div class="scroll" role="region" tabindex="0" aria-label=${t.questionsAnswered}><table>
      <thead><tr><th scope="col">${t.question}</th><th scope="col">${t.period}</th><th scope="col">${t.figure}</th><th scope="col">n</th></tr></thead>
      <tbody>${rows.map((row) => html`<tr key=${`${row.question} ${row.period}`}><th scope="row">${row.words}<br /><small>${t[`counted_${row.counted}`]}</small></th>
        <td>${showPeriod(row.period, t)}${row.over ? '' : html` <small>(${t.growing})</small>`}</td>
        <td><a href=${meaningOf('answered')}><strong>${showPercent(row.rate.share)}</strong></a> (${Math.round(row.rate.low * 100)}–${showPercent(row.rate.high)})</td><td>${row.rate.n}</td></tr>`)}</tbody>
    </table></div>`}</section>`;
}

function Figures({ t, unit, year, by }) {
  const heard = useLoaded(() => get(`/api/v1/views/heard?unit=${unit}&year=${year}&by=${by}`), `${unit} ${year} ${by}`);
  if (heard.problem) return html`<${Failure} t=${t} problem=${heard.problem} />`;
  if (!heard.value) return html`<p role="status">${t.loading}</p>`;
  const periods = heard.value.periods;
  return html`
    <div class="scroll" role="region" tabindex="0" aria-label=${t.heard}>
      <table>
        <thead><tr><th scope="col">${t.period}</th>${COLUMNS.map(([, name]) => html`<th scope="col">${t[name]}</th>`)}
          <th scope="col">${t.meetingsHeld}</th><th scope="col">${t.asked}</th></tr></thead>
        <tbody>${periods.map((row) => html`<tr key=${row.period}>
          <th scope="row">${showPeriod(row.period, t)}${row.over ? '' : html` <small>(${t.growing})</small>`}</th>
          ${COLUMNS.map(([key]) => html`<td>${showFigure(t, row[key])}</td>`)}
          <td>${showCount(t, row.meetingsHeld)}</td><td>${showCount(t, row.closingQuestionAsked)}</td>
        </tr>`)}</tbody>
      </table>
    </div>
    <${Picture} t=${t} periods=${periods} />`;
}

function showFigure(t, figure) {
  if (figure.n === undefined) return html`<span class="hidden-figure">${filled(t.under, figure.under)}</span>`;
  return html`<a href=${meaningOf('heard')}><strong>${showPercent(figure.share)}</strong></a> (${Math.round(figure.low * 100)}–${showPercent(figure.high)})<br />
    <small>${filled(t.answers, figure.n)}, ${filled(t.mean, showDecimal(figure.mean))}</small>`;
}

const showCount = (t, count) => (count.atLeast === undefined
  ? filled(t.under, count.under)
  : html`<a href=${meaningOf('closing-question-asked')}>${filled(t.atLeast, count.atLeast)}</a>`);

/** Bars with their intervals. Hidden from screen readers: the table says the same. */
function Picture({ t, periods }) {
  const bars = periods.flatMap((row) => COLUMNS.map(([key, name]) => ({ period: row.period, key, name, ...row[key] })))
    .filter((bar) => bar.n !== undefined);
  if (!bars.length) return null;
  const left = 130, width = 200, line = 22;
  const height = bars.length * line + 24;
  const x = (share) => left + share * width;
  return html`<figure><figcaption>${t.chart}</figcaption>
    <svg viewBox=${`0 0 ${left + width + 30} ${height}`} aria-hidden="true" class="picture">
      ${[0, 0.5, 1].map((mark) => html`<g><line x1=${x(mark)} x2=${x(mark)} y1="0" y2=${height - 20} class="grid" /><text x=${x(mark)} y=${height - 6} text-anchor="middle">${showPercent(mark)}</text></g>`)}
      ${bars.map((bar, i) => html`<g key=${`${bar.period} ${bar.key}`}>
        <text x=${left - 6} y=${i * line + 15} text-anchor="end">${showPeriod(bar.period, t)} ${{ all: t.allAnswers, withPeerExpert: '+', withoutPeerExpert: '–' }[bar.key]}</text>
        <rect x=${left} y=${i * line + 4} width=${Math.max(1, bar.share * width)} height=${line - 8} class=${`bar-${bar.key}`} />
        <line x1=${x(bar.low)} x2=${x(bar.high)} y1=${i * line + line / 2} y2=${i * line + line / 2} class="interval" />
      </g>`)}
    </svg>
    <p class="legend"><span class="bar-all"></span> ${t.allAnswers} <span class="bar-withPeerExpert"></span> + ${t.withPair} <span class="bar-withoutPeerExpert"></span> – ${t.withoutPair}</p>
  </figure>`;
}
