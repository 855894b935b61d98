// An answer that somebody gave on paper, typed in by staff and marked so.
import { html, useState } from './vendor/htm-preact-standalone-3.1.1.js';
import { get, post } from './api.js';
import { isoWeek, today } from './dates.js';
import { CHANNELS, Choice, Failure, Field, Form, GIVERS, KINDS, named, useLoaded, useSending } from './parts.js';

export function Paper({ t, unit, onDone }) {
  const [giver, setGiver] = useState('client');
  const [kind, setKind] = useState('one-to-one');
  const questions = useLoaded(() => get(`/api/v1/answers/questions?giver=${giver}&kind=${kind}`), `${giver} ${kind}`);
  const sending = useSending((form, key) => post('/api/v1/answers', {
    about: { unit, week: isoWeek(form.get('day')), kind, channel: form.get('channel'), withPeerExpert: form.has('withPeerExpert'), giver },
    scores: Object.fromEntries(questions.value.map(({ key: name }) => [name, form.get(`score-${name}`)]).filter(([, score]) => score).map(([name, score]) => [name, Number(score)])),
    ...(form.get('words')?.trim() && { words: form.get('words') }),
    mayBecomeIdea: form.has('mayBecomeIdea'),
  }, { 'Idempotency-Key': key }).then(() => t.paperSaved), onDone, ([part, of]) => (of === 'week' ? 'day' : part === 'scores' ? `score-${of ?? questions.value[0].key}` : undefined));
  return html`<details><summary>${t.paper}</summary><p>${t.paperText}</p><${Form} t=${t} sending=${sending}>
    <${Failure} t=${t} problem=${questions.problem} />
    <${Field} label=${t.day} type="date" name="day" defaultValue=${today()} max=${today()} required />
    <${Choice} label=${t.setGiver} name="giver" value=${giver} options=${named(t, 'giver', GIVERS)} onChange=${(event) => setGiver(event.target.value)} />
    <${Choice} label=${t.kind} name="kind" value=${kind} options=${named(t, 'kind', KINDS)} onChange=${(event) => setKind(event.target.value)} />
    <${Choice} label=${t.channel} name="channel" value=${CHANNELS[0]} options=${named(t, 'channel', CHANNELS)} />
    <label class="line"><input type="checkbox" name="withPeerExpert" /> ${t.withPair}</label>
    ${(questions.value ?? []).map((question, n) => (question.scale === 'words'
      ? html`<${Field} key=${question.key} label=${question.words[t.tag]} as="textarea" name="words" rows="3" maxlength="1000" />
        <label class="line"><input type="checkbox" name="mayBecomeIdea" /> ${t.wordsIdea}</label>`
      : html`<${Field} key=${question.key} label=${question.words[t.tag]} type="number" name=${`score-${question.key}`} inputmode="numeric" required=${n === 0}
          min=${question.scale === 'agreement' ? 1 : 0} max=${question.scale === 'agreement' ? 5 : 10} hint=${t[`scale_${question.scale}`]} />`))}
    <p><button disabled=${sending.busy || !questions.value}>${t.save}</button></p>
  <//></details>`;
}
