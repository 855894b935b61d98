// What clients wrote: read by a person before others read it, gathered into themes, and answered. And the ways by which a unit asks.
import { html, useState } from './vendor/htm-preact-standalone-3.1.1.js';
import { all, get, newKey, post } from './api.js';
import { showDay } from './dates.js';
import { Paper } from './paper.js';
import { Choice, Failure, Field, Form, Loading, OfOneUnit, useLoaded, useSending } from './parts.js';
import { filled } from './texts.js';

const is = (me, ...roles) => roles.some((role) => me.roles.includes(role));

export function Feedback({ t, me }) {
  return html`<${OfOneUnit} t=${t} title=${t.feedback} opensOn=${whereMostTexts(me)} show=${(unit, units, choose) =>
    html`<${OfUnit} key=${unit} t=${t} me=${me} unit=${unit} units=${units} choose=${choose} />`} />`;
}

/** Where most texts wait for a reader; else where most have been read. */
const whereMostTexts = (me) => async (units) => {
  const waiting = is(me, 'coordinator') ? await all('/api/v1/words/held') : [];
  const texts = waiting.length ? waiting : await all('/api/v1/words');
  const most = (unit) => ofUnit(unit.slug)(texts).length;
  return units.toSorted((one, other) => most(other) - most(one))[0];
};

function OfUnit({ t, me, unit, units, choose }) {
  const [turn, setTurn] = useState(0);
  const [message, setMessage] = useState('');
  const themes = useLoaded(() => get(`/api/v1/themes?unit=${encodeURIComponent(unit)}`), turn);
  const done = (text) => { setMessage(text); setTurn(turn + 1); };
  if (themes.problem) return html`<${Failure} t=${t} problem=${themes.problem} />`;
  const known = themes.value ?? [];
  return html`<p role="status">${message}</p>
    ${is(me, 'coordinator') && html`<${Held} t=${t} unit=${unit} units=${units} choose=${choose} turn=${turn} themes=${known} onDone=${done} />`}
    ${is(me, 'coordinator', 'professional') && html`<${Paper} t=${t} unit=${unit} onDone=${done} />`}
    ${is(me, 'coordinator') && html`<${Door} t=${t} unit=${unit} />`}
    <${Themes} t=${t} me=${me} unit=${unit} themes=${known} onDone=${done} />
    <${Passed} t=${t} unit=${unit} turn=${turn} themes=${known} />`;
}

/** The unit's links: the same each time, for everybody who comes there. */
function Door({ t, unit }) {
  const [door, setDoor] = useState();
  const [problem, setProblem] = useState();
  const open = () => post('/api/v1/doors', { unit }, { 'Idempotency-Key': newKey() }).then((answer) => answer.json()).then(setDoor, setProblem);
  return html`<section><h2>${t.door}</h2><p>${t.doorText}</p>
    <${Failure} t=${t} problem=${problem} />
    ${!door && html`<p><button onClick=${open}>${t.doorOpen}</button></p>`}
    ${door && html`<img class="qr" alt=${t.doorQr} src=${`data:image/svg+xml,${encodeURIComponent(door.qr)}`} />
      <ul class="links">${[[door.link, t.doorLink], [door.tablet, t.doorTablet], [door.path, t.doorPath], [`${door.link}/said`, t.doorSaid],
        [door.posters.fi, `${t.doorPoster} (suomi)`], [door.posters.sv, `${t.doorPoster} (svenska)`], [door.posters.en, `${t.doorPoster} (English)`]]
        .map(([address, name]) => html`<li><a href=${address} rel="noreferrer" target="_blank">${name}</a></li>`)}</ul>`}
  </section>`;
}

const ofUnit = (unit) => (words) => words.filter((one) => one.unit === unit);

function Held({ t, unit, units, choose, turn, themes, onDone }) {
  const held = useLoaded(() => all('/api/v1/words/held'), turn);
  const here = held.value && ofUnit(unit)(held.value);
  const elsewhere = units.filter((one) => one.slug !== unit).map((one) => ({ ...one, waiting: ofUnit(one.slug)(held.value ?? []).length })).filter((one) => one.waiting > 0);
  return html`<section><h2>${t.wordsHeld}${here && ` (${here.length})`}</h2><p>${t.wordsHeldText}</p>
    <${Failure} t=${t} problem=${held.problem} />
    ${!here && !held.problem && html`<${Loading} t=${t} />`}
    ${here?.length === 0 && html`<p>${t.wordsHeldNone}</p>`}
    ${elsewhere.length > 0 && html`<p class="buttons">${t.wordsHeldElsewhere} ${elsewhere.map((one) => html`<button key=${one.slug} class="second" onClick=${() => choose(one.slug)}>${one.name} (${one.waiting})</button>`)}</p>`}
    <ul class="cards">${(here ?? []).map((words, n) => html`<li key=${`${words.id} ${words.version}`}><${Decide} t=${t} words=${words} number=${n + 1} themes=${themes} onDone=${onDone} /></li>`)}</ul>
  </section>`;
}

function Decide({ t, words, number, themes, onDone }) {
  const sending = useSending(async (form, key) => {
    const remove = form.get('remove').split('\n').map((part) => part.trim()).filter(Boolean);
    await post(`/api/v1/words/${words.id}/decision`, {
      decision: form.get('decision'), ...(remove.length && { remove }), ...(form.get('theme') && { theme: form.get('theme') }),
    }, { 'If-Match': `"${words.version}"`, 'Idempotency-Key': key });
    return form.get('decision') === 'withheld' ? t.wordsWithheld : words.namesSomebody && !words.readOnce ? t.wordsOnceRead : t.wordsPassed;
  }, onDone);
  const notes = [t[`giver_${words.giver}`], words.way === 'paper' && t.wordsPaper, words.masked && t.wordsMasked,
    words.namesSomebody && (words.readOnce ? t.wordsSecond : t.wordsTwo), words.mayBecomeIdea && t.wordsIdea];
  const whichText = html`<span class="unseen"> ${filled(t.wordsNumber, number)}</span>`;
  return html`<${Form} t=${t} sending=${sending}>
    <blockquote>${words.words}</blockquote>
    <p><small>${notes.filter(Boolean).join(' · ')}</small></p>
    <${Field} label=${t.wordsRemove} as="textarea" name="remove" rows="2" maxlength="4000" />
    <${Choice} label=${t.theme} name="theme" value="" options=${[['', t.themeNone], ...themes.map((theme) => [theme.id, theme.name])]} />
    <p class="buttons"><button name="decision" value="passed" disabled=${sending.busy}>${t.pass}${whichText}</button>
      <button class="second" name="decision" value="withheld" disabled=${sending.busy}>${t.withhold}${whichText}</button></p>
  <//>`;
}

function Themes({ t, me, unit, themes, onDone }) {
  const naming = useSending((form, key) => post('/api/v1/themes', { unit, name: form.get('name') }, { 'Idempotency-Key': key }).then(() => t.themeSaved), onDone);
  return html`<section><h2>${t.themes}</h2><p>${t.themesText}</p>
    <ul class="cards">${themes.map((theme) => html`<li key=${theme.id}>
      <h3>${theme.name}</h3>
      <p>${theme.words.atLeast === undefined ? filled(t.themeUnder, theme.words.under) : filled(t.themeAtLeast, theme.words.atLeast)}</p>
      ${theme.replies.map((reply) => html`<p><strong>${showDay(t, reply.on)}:</strong> ${reply.words}</p>`)}
      ${is(me, 'coordinator', 'manager') && html`<${Reply} t=${t} unit=${unit} theme=${theme} onDone=${onDone} />`}
    </li>`)}</ul>
    ${is(me, 'coordinator') && html`<${Form} t=${t} sending=${naming}>
      <${Field} label=${t.themeName} name="name" maxlength="200" required />
      <p><button disabled=${naming.busy}>${t.themeAdd}</button></p><//>`}
  </section>`;
}

/** "You said, we did": tied to the decision that it comes from, where there was one. */
function Reply({ t, unit, theme, onDone }) {
  const ideas = useLoaded(() => all('/api/v1/ideas').then((found) => found.filter((idea) => idea.unit === unit && idea.decision)), unit);
  const sending = useSending((form, key) => post(`/api/v1/themes/${theme.id}/replies`, {
    words: form.get('words'), ...(form.get('decision') && { decision: form.get('decision') }),
  }, { 'Idempotency-Key': key }).then(() => t.replySaved), onDone);
  return html`<details><summary>${t.reply}<span class="unseen"> ${theme.name}</span></summary><${Form} t=${t} sending=${sending}>
    <${Field} label=${t.replyWords} as="textarea" name="words" rows="3" maxlength="2000" required />
    <${Choice} label=${t.replyDecision} name="decision" value="" options=${[['', t.replyNoDecision], ...(ideas.value ?? []).map((idea) => [idea.id, idea.words.slice(0, 80)])]} />
    <p><button disabled=${sending.busy}>${t.replySend}</button></p><//></details>`;
}

function Passed({ t, unit, turn, themes }) {
  const passed = useLoaded(() => all('/api/v1/words').then(ofUnit(unit)), `${unit} ${turn}`);
  if (!passed.value?.length) return null;
  const names = Object.fromEntries(themes.map((theme) => [theme.id, theme.name]));
  return html`<section><h2>${t.wordsRead}</h2><ul class="cards">${passed.value.map((words) => html`<li key=${words.id}>
    <blockquote>${words.words}</blockquote><p><small>${[t[`giver_${words.giver}`], names[words.theme]].filter(Boolean).join(' · ')}</small></p></li>`)}</ul></section>`;
}
