// Sets of questions, designed together with those who answer: draft, comments, approval with credit, published version.
import { html, useState } from './vendor/htm-preact-standalone-3.1.1.js';
import { get, post } from './api.js';
import { showDay } from './dates.js';
import { DraftForm } from './draft.js';
import { Choice, Failure, Field, Form, GIVERS, Heading, KINDS, Loading, named, useLoaded, useSending } from './parts.js';
import { filled } from './texts.js';

/** One of those who answer approves. */
const APPROVES = { client: 'client', relative: 'client', 'peer-expert': 'peer-expert', professional: 'professional' };

export function Questions({ t, me }) {
  const [turn, setTurn] = useState(0);
  const [message, setMessage] = useState('');
  const sets = useLoaded(() => get('/api/v1/question-sets'), turn);
  const done = (text) => { setMessage(text); setTurn(turn + 1); };
  return html`<${Heading}>${t.questions}<//><p>${t.questionsText}</p>
    <p role="status">${message}</p>
    <${Failure} t=${t} problem=${sets.problem} />
    ${!sets.value && !sets.problem && html`<${Loading} t=${t} />`}
    ${sets.value?.length === 0 && html`<p>${t.questionsNone}</p>`}
    ${(sets.value ?? []).map((set) => html`<${OneSet} key=${`${set.id} ${turn}`} t=${t} me=${me} set=${set} onDone=${done} />`)}
    ${me.roles.includes('coordinator') && html`<${Begin} t=${t} onDone=${done} />`}`;
}

function Begin({ t, onDone }) {
  const sending = useSending((form, key) => post('/api/v1/question-sets', {
    name: form.get('name'), giver: form.get('giver'), ...(form.get('after') && { after: form.get('after') }),
  }, { 'Idempotency-Key': key }).then(() => t.setBegun), onDone);
  return html`<section><h2>${t.setNew}</h2><${Form} t=${t} sending=${sending}>
    <${Field} label=${t.setName} name="name" maxlength="200" required />
    <${Choice} label=${t.setGiver} name="giver" value="client" options=${named(t, 'giver', GIVERS)} />
    <${Choice} label=${t.setAfter} name="after" value="" options=${[['', t.setAfterAny], ...named(t, 'kind', KINDS)]} />
    <p><button disabled=${sending.busy}>${t.setBegin}</button></p><//></section>`;
}

function OneSet({ t, me, set, onDone }) {
  const [writing, setWriting] = useState(false);
  const isCoordinator = me.roles.includes('coordinator');
  const hasDraft = set.draft.length > 0;
  return html`<section class="set"><h2>${set.name}</h2>
    <p>${t[`giver_${set.giver}`]}${set.after ? `, ${t[`kind_${set.after}`]}` : ''}</p>
    ${set.versions.map((version) => html`<details key=${version.number}><summary>${filled(t.setVersion, version.number)}, ${showDay(t, version.publishedOn)}${version.used ? '' : ` (${t.setUnused})`}</summary>
      <${Asked} t=${t} questions=${version.questions} />
      ${version.credits.length > 0 && html`<p>${t.setCredits} ${version.credits.join(', ')}</p>`}</details>`)}
    ${hasDraft && !writing && html`<h3>${t.setDraft}</h3><${Asked} t=${t} questions=${set.draft} />
      ${set.comments.map((comment) => html`<blockquote key=${comment.id}>${comment.words}${comment.proposal ? html`<br /><em>${comment.proposal.words[t.tag]}</em>` : ''}</blockquote>`)}
      <p>${filled(t.setApprovals, set.approvals)}</p>
      <${Comment} t=${t} set=${set} onDone=${onDone} />
      ${me.roles.includes(APPROVES[set.giver]) && html`<${Approve} t=${t} set=${set} onDone=${onDone} />`}`}
    ${isCoordinator && (writing
      ? html`<${DraftForm} t=${t} set=${set} onDone=${onDone} onCancel=${() => setWriting(false)} />`
      : html`<${Steps} t=${t} set=${set} hasDraft=${hasDraft} onWrite=${() => setWriting(true)} onDone=${onDone} />`)}
  </section>`;
}

const Asked = ({ t, questions }) => html`<ol>${questions.map((question) => html`<li key=${question.key}>
  ${question.words[t.tag]}${question.plain ? html`<br /><small>${question.plain[t.tag]}</small>` : ''}
  ${question.instrument ? html`<br /><small>${question.instrument.name}: ${question.instrument.licence}</small>` : ''}</li>`)}</ol>`;

function Comment({ t, set, onDone }) {
  const sending = useSending((form, key) => post(`/api/v1/question-sets/${set.id}/comments`, { words: form.get('words') }, { 'Idempotency-Key': key })
    .then(() => t.commentSaved), onDone);
  return html`<${Form} t=${t} sending=${sending}>
    <${Field} label=${t.comment} as="textarea" name="words" rows="2" maxlength="10000" required />
    <p><button class="second" disabled=${sending.busy}>${t.commentSend}</button></p><//>`;
}

function Approve({ t, set, onDone }) {
  const sending = useSending((form, key) => post(`/api/v1/question-sets/${set.id}/approve`,
    form.get('creditedAs').trim() ? { creditedAs: form.get('creditedAs') } : {}, { 'Idempotency-Key': key }).then(() => t.approved), onDone);
  return html`<${Form} t=${t} sending=${sending}>
    <${Field} label=${t.creditedAs} name="creditedAs" maxlength="100" />
    <p><button disabled=${sending.busy}>${t.approve}</button></p><//>`;
}

/** What a coordinator can do next. */
function Steps({ t, set, hasDraft, onWrite, onDone }) {
  const sending = useSending((form, key) => post(`/api/v1/question-sets/${set.id}/${form.get('step')}`, undefined, { 'Idempotency-Key': key })
    .then(() => (form.get('step') === 'publish' ? t.published : t.takenBack)), onDone);
  const last = set.versions.at(-1);
  return html`<${Form} t=${t} sending=${sending}><p class="buttons">
    <button type="button" class="second" onClick=${onWrite}>${t.draftWrite}</button>
    ${hasDraft && html`<button name="step" value="publish" disabled=${sending.busy}>${t.publish}</button>`}
    ${last && !last.used && html`<button class="second" name="step" value="take-back" disabled=${sending.busy}>${t.takeBack}</button>`}
  </p><//>`;
}
