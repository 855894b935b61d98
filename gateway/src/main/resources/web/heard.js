// The view "heard": a table, and beside it a picture of the same shares.
import { html, useState } from './vendor/htm-preact-standalone-3.1.1.js';
import { all, get } from './api.js';
import { showDecimal, showInterval, showPercent, showPeriod, showPeriods, years as allYears } from './dates.js';
import { meaningOf } from './indicators.js';
import { filled } from './texts.js';
import { Choice, Failure, firstWith, GIVERS, Heading, Loading, named, useLoaded } from './parts.js';

const COLUMNS = [['all', 'allAnswers'], ['withPeerExpert', 'withPair'], ['withoutPeerExpert', 'withoutPair']];

export function Heard({ t }) {
  const loaded = useLoaded(async () => {
    const units = await all('/api/v1/units');
    return { units, first: await firstWith(units, async (unit) => (await yearsOf(unit.slug)).length > 0) };
  }, 'units');
  return html`<${Heading}>${t.heard}<//>
    <p>${t.heardIntro}</p>
    <${Failure} t=${t} problem=${loaded.problem} />
    ${!loaded.value && !loaded.problem && html`<${Loading} t=${t} />`}
    ${loaded.value?.units.length === 0 && html`<p>${t.none}</p>`}
    ${loaded.value?.first && html`<${OfUnit} t=${t} ...${loaded.value} />`}`;
}

/** In which something is to be seen of the unit. */
const yearsOf = (unit) => get(`/api/v1/views/heard/years?unit=${encodeURIComponent(unit)}`);

function OfUnit({ t, units, first }) {
  const [unit, setUnit] = useState(first.slug);
  const [by, setBy] = useState('month');
  const [chosenYear, setYear] = useState();
  const found = useLoaded(() => yearsOf(unit), unit);
  const years = found.value;
  const [thisYear] = allYears();
  const year = chosenYear ?? years?.at(-1) ?? thisYear;
  const choices = [...new Set([...(years ?? []), thisYear, year])].sort().reverse();
  return html`
    <div class="choices">
      <${Choice} label=${t.unit} name="unit" value=${unit} options=${units.map((one) => [one.slug, one.name])} onChange=${(event) => { setUnit(event.target.value); setYear(); }} />
      <${Choice} label=${t.year} name="year" value=${String(year)} options=${choices.map((one) => [String(one), one])} onChange=${(event) => setYear(Number(event.target.value))} />
      <${Choice} label=${t.by} name="by" value=${by} options=${['week', 'month', 'quarter'].map((one) => [one, t[`by_${one}`]])} onChange=${(event) => setBy(event.target.value)} />
    </div>
    <${Failure} t=${t} problem=${found.problem} />
    ${!years && !found.problem && html`<${Loading} t=${t} />`}
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
    ${!found.value && !found.problem && html`<${Loading} t=${t} />`}
    ${found.value && rows.length === 0 && html`<p>${t.questionsNothing}</p>`}
    ${rows.length > 0 && html`<div class="scroll" role="region" tabindex="0" aria-label=${t.questionsAnswered}><table>
      <thead><tr><th scope="col">${t.question}</th><th scope="col">${t.period}</th><th scope="col">${t.figure}</th><th scope="col">n</th></tr></thead>
      <tbody>${rows.map((row) => html`<tr key=${`${row.question} ${row.period}`}><th scope="row">${row.words}<br /><small>${t[`counted_${row.counted}`]}</small></th>
        <td>${showPeriod(row.period, t)}${row.over ? '' : html` <small>(${t.growing})</small>`}</td>
        <td><a href=${meaningOf('answered')}><strong>${showPercent(t, row.rate.share)}</strong></a> (${showInterval(t, row.rate)})</td><td>${row.rate.n}</td></tr>`)}</tbody>
    </table></div>`}</section>`;
}

function Figures({ t, unit, year, by }) {
  const heard = useLoaded(() => get(`/api/v1/views/heard?unit=${unit}&year=${year}&by=${by}`), `${unit} ${year} ${by}`);
  if (heard.problem) return html`<${Failure} t=${t} problem=${heard.problem} />`;
  if (!heard.value) return html`<${Loading} t=${t} />`;
  const periods = heard.value.periods;
  const runs = folded(periods);
  if (runs.length === 1 && runs[0].isHidden) return html`<p>${showPeriods(runs[0].first.period, runs[0].last.period, t)}: ${tooFew(t, runs[0].first)}</p>`;
  return html`
    <div class="scroll" role="region" tabindex="0" aria-label=${t.heard}>
      <table>
        <thead><tr><th scope="col">${t.period}</th>${COLUMNS.map(([, name]) => html`<th scope="col">${t[name]}</th>`)}
          <th scope="col">${t.meetingsHeld}</th><th scope="col">${t.asked}</th></tr></thead>
        <tbody>${runs.map(({ first, last, isHidden }) => (isHidden
          ? html`<tr key=${first.period}><th scope="row" class="period">${showPeriods(first.period, last.period, t)}</th><td colspan="5">${tooFew(t, first)}</td></tr>`
          : html`<tr key=${first.period}>
          <th scope="row">${showPeriod(first.period, t)}${first.over ? '' : html` <small>(${t.growing})</small>`}</th>
          ${hasFigure(first) ? COLUMNS.map(([key]) => html`<td>${showFigure(t, first[key])}</td>`) : html`<td colspan="3">${tooFew(t, first)}</td>`}
          <td>${showCount(t, first.meetingsHeld)}</td><td>${showCount(t, first.closingQuestionAsked)}</td>
        </tr>`))}</tbody>
      </table>
    </div>
    <${Picture} t=${t} periods=${periods} />`;
}

const tooFew = (t, row) => filled(t.tooFew, row.all.under);

const hasFigure = (row) => COLUMNS.some(([key]) => row[key].n !== undefined);
const hasCount = (row) => row.meetingsHeld.atLeast !== undefined || row.closingQuestionAsked.atLeast !== undefined;

/** Periods that follow each other and of which nothing may be told are one line. Each line says no more than its periods did. */
function folded(periods) {
  const runs = [];
  for (const row of periods) {
    const isHidden = !hasFigure(row) && !hasCount(row);
    if (isHidden && runs.at(-1)?.isHidden) runs.at(-1).last = row;
    else runs.push({ first: row, last: row, isHidden });
  }
  return runs;
}

function showFigure(t, figure) {
  if (figure.n === undefined) return html`<span class="hidden-figure">${filled(t.under, figure.under)}</span>`;
  return html`<a href=${meaningOf('heard')}><strong>${showPercent(t, figure.share)}</strong></a> (${showInterval(t, figure)})<br />
    <small>${filled(t.answers, figure.n)}, ${filled(t.mean, showDecimal(t, figure.mean))}</small>`;
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
      ${[0, 0.5, 1].map((mark) => html`<g><line x1=${x(mark)} x2=${x(mark)} y1="0" y2=${height - 20} class="grid" /><text x=${x(mark)} y=${height - 6} text-anchor="middle">${showPercent(t, mark)}</text></g>`)}
      ${bars.map((bar, i) => html`<g key=${`${bar.period} ${bar.key}`}>
        <text x=${left - 6} y=${i * line + 15} text-anchor="end">${showPeriod(bar.period, t)} ${{ all: t.allAnswers, withPeerExpert: '+', withoutPeerExpert: '–' }[bar.key]}</text>
        <rect x=${left} y=${i * line + 4} width=${Math.max(1, bar.share * width)} height=${line - 8} class=${`bar-${bar.key}`} />
        <line x1=${x(bar.low)} x2=${x(bar.high)} y1=${i * line + line / 2} y2=${i * line + line / 2} class="interval" />
      </g>`)}
    </svg>
    <p class="legend"><span class="bar-all"></span> ${t.allAnswers} <span class="bar-withPeerExpert"></span> + ${t.withPair} <span class="bar-withoutPeerExpert"></span> – ${t.withoutPair}</p>
  </figure>`;
}
