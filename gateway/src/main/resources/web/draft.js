// The draft of a set: each question in three languages, with a variant in plain language.
import { html, useState } from './vendor/htm-preact-standalone-3.1.1.js';
import { etagOf, post } from './api.js';
import { Choice, Field, Form, named, useSending } from './parts.js';

const LANGUAGES = ['fi', 'sv', 'en'];
const SCALES = ['agreement', 'recommendation', 'words'];
const SLOTS = ['own', 'national', 'locked'];
const EMPTY = { key: '', slot: 'own', scale: 'agreement', words: { fi: '', sv: '', en: '' } };

export function DraftForm({ t, set, onDone, onCancel }) {
  const begun = set.draft.length ? set.draft : set.versions.at(-1)?.questions ?? [EMPTY];
  const [questions, setQuestions] = useState(begun.map((question, place) => ({ ...question, place })));
  // As it was when the form was opened: what another changed meanwhile is not lost.
  const [etag] = useState(() => etagOf(`/api/v1/question-sets/${set.id}`));
  const sending = useSending(async (form, key) => {
    await post(`/api/v1/question-sets/${set.id}/draft`, { questions: questions.map((question) => written(form, question)) },
      { 'If-Match': await etag, 'Idempotency-Key': key });
    return t.draftSaved;
  }, onDone, ([, n, part = 'key', tag], code) => n && `${code === 'one-tap' ? 'scale' : part}${tag ? `-${tag}` : ''}-${questions[n].place}`);
  const remove = (place) => setQuestions(questions.filter((question) => question.place !== place));
  const add = () => setQuestions([...questions, { ...EMPTY, place: Math.max(-1, ...questions.map((question) => question.place)) + 1 }]);
  return html`<${Form} t=${t} sending=${sending}>
    ${questions.map((question, n) => html`<${OneQuestion} key=${question.place} t=${t} question=${question} number=${n + 1}
      onRemove=${questions.length > 1 && (() => remove(question.place))} />`)}
    <p class="buttons"><button type="button" class="second" onClick=${add}>${t.questionAdd}</button>
      <button disabled=${sending.busy}>${t.save}</button><button type="button" class="second" onClick=${onCancel}>${t.cancel}</button></p>
  <//>`;
}

function OneQuestion({ t, question, number, onRemove }) {
  const [slot, setSlot] = useState(question.slot);
  const name = (part) => `${part}-${question.place}`;
  return html`<fieldset class="question"><legend>${t.question} ${number}</legend>
    <${Field} label=${t.questionKey} name=${name('key')} defaultValue=${question.key} pattern="[a-z][a-z0-9\\-]{1,39}" maxlength="40" required />
    <${Choice} label=${t.questionSlot} name=${name('slot')} value=${slot} options=${named(t, 'slot', SLOTS)} onChange=${(event) => setSlot(event.target.value)} />
    <${Choice} label=${t.questionScale} name=${name('scale')} value=${question.scale} options=${named(t, 'scale', SCALES)} />
    ${LANGUAGES.map((tag) => html`<${Field} label=${`${t.questionWords} (${tag})`} name=${name(`words-${tag}`)} lang=${tag} defaultValue=${question.words[tag]} maxlength="500" required />`)}
    <details><summary>${t.questionMore}</summary>
    ${LANGUAGES.map((tag) => html`<${Field} label=${`${t.questionPlain} (${tag})`} name=${name(`plain-${tag}`)} lang=${tag} defaultValue=${question.plain?.[tag]} maxlength="500" />`)}
    ${LANGUAGES.map((tag) => html`<${Field} label=${`${t.questionAudio} (${tag})`} type="url" name=${name(`audio-${tag}`)} defaultValue=${question.audio?.[tag]} pattern="https://.*" maxlength="500" />`)}
    </details>
    ${slot === 'locked' && html`<${Field} label=${t.instrument} name=${name('instrument')} defaultValue=${question.instrument?.name} maxlength="200" required />
      <${Field} label=${t.licence} name=${name('licence')} defaultValue=${question.instrument?.licence} maxlength="1000" required />`}
    ${onRemove && html`<p><button type="button" class="second" onClick=${onRemove}>${t.questionRemove}</button></p>`}
  </fieldset>`;
}

function written(form, question) {
  const field = (part) => (form.get(`${part}-${question.place}`) ?? '').trim();
  const inAll = (part) => Object.fromEntries(LANGUAGES.map((tag) => [tag, field(`${part}-${tag}`)]));
  const isWritten = (part) => LANGUAGES.some((tag) => field(`${part}-${tag}`));
  return {
    key: field('key'),
    slot: field('slot'),
    scale: field('scale'),
    words: inAll('words'),
    ...(isWritten('plain') && { plain: inAll('plain') }),
    ...(isWritten('audio') && { audio: inAll('audio') }),
    ...(field('slot') === 'locked' && { instrument: { name: field('instrument'), licence: field('licence') } }),
  };
}
