// Meetings: planned, and closed in two acts. The first tells that the meeting was held and what became of the closing
// question; the second asks for an answer link, and tells of the meeting only what many share.
import { html, useEffect, useState } from './vendor/htm-preact-standalone-3.1.1.js';
import { all, page, post } from './api.js';
import { isoWeek, showDay, today } from './dates.js';
import { CHANNELS, Choice, Failure, Field, Form, Group, Heading, KINDS, Loading, named, useLoaded, useSending } from './parts.js';
import { languages } from './texts.js';

const ROLES = ['client', 'professional', 'peer-expert', 'manager'];
const CLOSINGS = ['private', 'spoken', 'declined', 'not-asked'];
const REASONS = ['no-client-present', 'client-left', 'no-time', 'did-not-suit', 'forgotten'];
const OPEN = ['planned', 'moved'];

/** What was said after planning or closing that must not be missed, such as that no client takes part. */
const withWarnings = (t, text, answer) => [text, ...(answer.warnings ?? []).map((code) => t[`warning_${code}`])].join(' ');

const dayAndKind = (t, meeting) => `${showDay(t, meeting.held?.on ?? meeting.plannedOn)} · ${t[`kind_${meeting.kind}`]}`;

export function Meetings({ t, me }) {
  const [items, setItems] = useState();
  const [next, setNext] = useState();
  const [problem, setProblem] = useState();
  const [closing, setClosing] = useState();
  const [planning, setPlanning] = useState(false);
  const [message, setMessage] = useState('');
  const units = useLoaded(() => all('/api/v1/units'), 'units').value ?? [];
  const nameOf = (slug) => units.find((unit) => unit.slug === slug)?.name ?? slug;
  const mayChange = me.roles.some((role) => role === 'coordinator' || role === 'professional');

  const load = async (cursor) => {
    setProblem();
    try {
      const part = await page('/api/v1/meetings', cursor);
      setItems((before) => (cursor ? [...before, ...part.items] : part.items));
      setNext(part.next);
    } catch (failed) {
      setProblem(Object.assign(failed, { again: () => load(cursor) }));
    }
  };
  useEffect(() => { load(); }, []);

  if (closing) {
    return html`<${CloseMeeting} t=${t} meeting=${closing} about=${`${dayAndKind(t, closing)}, ${nameOf(closing.unit)}`} onDone=${(text) => { setClosing(); setMessage(text); load(); }} />`;
  }
  if (planning) {
    return html`<${PlanMeeting} t=${t} units=${units} onDone=${(text) => { setPlanning(false); setMessage(text); load(); }} />`;
  }
  return html`
    <${Heading}>${t.meetings}<//>
    <p role="status">${message}</p>
    <${Failure} t=${t} problem=${problem} />
    ${mayChange && html`<p><button onClick=${() => setPlanning(true)}>${t.plan}</button></p>`}
    ${!items && !problem && html`<${Loading} t=${t} />`}
    ${items?.length === 0 && html`<p>${t.none}</p>`}
    <ul class="cards">${(items ?? []).map((meeting) => html`<li key=${meeting.id}>
      <h2>${dayAndKind(t, meeting)}</h2>
      <dl>
        <div><dt>${t.unit}</dt><dd>${nameOf(meeting.unit)}</dd></div>
        <div><dt>${t.channel}</dt><dd>${t[`channel_${meeting.channel}`]}</dd></div>
        <div><dt>${t.pair}</dt><dd>${meeting.peerExpertAssigned ? t.pairAssigned : meeting.peerExpertWanted ? t.pairWanted : t.pairNo}</dd></div>
        <div><dt>${t.state}</dt><dd>${meeting.held
          ? `${t.held}, ${meeting.held.actualMinutes} ${t.minutes}`
          : `${t[`state_${meeting.state}`]}, ${meeting.plannedMinutes} ${t.minutes}`}</dd></div>
      </dl>
      ${OPEN.includes(meeting.state) && mayChange && html`<button onClick=${() => setClosing(meeting)}>${t.close}<span class="unseen"> ${dayAndKind(t, meeting)}, ${nameOf(meeting.unit)}</span></button>`}
    </li>`)}</ul>
    ${next && html`<p><button onClick=${() => load(next)}>${t.more}</button></p>`}`;
}

function CloseMeeting({ t, meeting, about, onDone }) {
  const [held, setHeld] = useState();
  const [closing, setClosing] = useState();
  const sending = useSending(async (form, key) => {
    const request = {
      ...(form.has('notAskedReason') && { notAskedReason: form.get('notAskedReason') }),
      ...(closing === 'spoken' && { spoken: spokenIn(form) }),
      ...(meeting.kind === 'network' && { clientStatement: statementIn(form) }),
      heldOn: form.get('heldOn'),
      actualMinutes: Number(form.get('actualMinutes')),
      startedBy: form.get('startedBy'),
      roles: form.getAll('roles'),
      closingQuestion: form.get('closingQuestion'),
    };
    const response = await post(`/api/v1/meetings/${meeting.id}/hold`, request, { 'If-Match': `"${meeting.version}"`, 'Idempotency-Key': key });
    return { ...request, text: withWarnings(t, t.saved, await response.json()) };
  }, (request) => (request.closingQuestion === 'private' ? setHeld(request) : onDone(request.text)), ([part]) => (part === 'clientStatement' ? 'inOwnWords' : undefined));

  if (held) {
    // From here on the meeting itself is not told: only its unit, week, kind, channel and whether a peer expert was there.
    const ask = {
      unit: meeting.unit,
      week: isoWeek(held.heldOn),
      kind: meeting.kind,
      channel: meeting.channel,
      withPeerExpert: held.roles.includes('peer-expert'),
    };
    return html`<${AnswerLink} t=${t} ask=${ask} onDone=${() => onDone(held.text)} />`;
  }
  const present = ['client', 'professional', ...(meeting.peerExpertWanted ? ['peer-expert'] : [])];
  return html`
    <${Heading}>${t.closeHeading}<//>
    <p>${about}</p>
    <${Form} t=${t} sending=${sending}>
      <${Field} label=${t.heldOn} type="date" name="heldOn" defaultValue=${meeting.plannedOn} max=${today()} required />
      <${Field} label=${t.actualMinutes} type="number" name="actualMinutes" min="1" max="1440" inputmode="numeric" defaultValue=${meeting.plannedMinutes} required />
      <${Choice} label=${t.startedBy} name="startedBy" value="client" options=${named(t, 'role', ROLES)} />
      <${Group} label=${t.roles} name="roles">
        ${(marks) => ROLES.map((role) => html`<label class="line"><input type="checkbox" name="roles" value=${role} defaultChecked=${present.includes(role)} ...${marks} /> ${t[`role_${role}`]}</label>`)}
      <//>
      <${Group} label=${t.closing} name="closingQuestion" one>
        ${CLOSINGS.map((one) => html`<label class="line"><input type="radio" name="closingQuestion" value=${one} required onChange=${() => setClosing(one)} /> ${t[`closing_${one}`]}</label>`)}
      <//>
      ${closing === 'not-asked' && html`<${Choice} label=${t.notAskedReason} name="notAskedReason" value=${REASONS[0]} options=${named(t, 'reason', REASONS)} />`}
      ${closing === 'spoken' && html`<${Spoken} t=${t} />`}
      ${meeting.kind === 'network' && html`<${Statement} t=${t} />`}
      <p class="buttons"><button disabled=${sending.busy}>${t.save}</button>
        <button type="button" class="second" onClick=${() => onDone('')}>${t.cancel}</button></p>
    <//>`;
}

const spokenIn = (form) => ({
  ...(form.get('heard') && { heard: Number(form.get('heard')) }),
  ...(form.get('enoughTime') && { enoughTime: Number(form.get('enoughTime')) }),
  ...(form.get('whatElse').trim() && { whatElse: form.get('whatElse') }),
});

const statementIn = (form) => ({
  ...(form.get('inOwnWords').trim() && { inOwnWords: form.get('inOwnWords') }),
  notWished: form.has('notWished'),
});

/** The client's answer, talked through together; whatever the client does not want written down is left empty. */
function Spoken({ t }) {
  const scale = [['', t.notWritten], ...[1, 2, 3, 4, 5].map((score) => [String(score), String(score)])];
  return html`<fieldset><legend>${t.spokenLegend}</legend>
    <${Choice} label=${t.spokenHeard} name="heard" value="" options=${scale} />
    <${Choice} label=${t.spokenTime} name="enoughTime" value="" options=${scale} />
    <${Field} label=${t.spokenElse} as="textarea" name="whatElse" rows="3" maxlength="10000" />
  </fieldset>`;
}

/** In a network meeting the client's voice comes first, or it is the client's choice not to give one. */
function Statement({ t }) {
  return html`<fieldset><legend>${t.statementLegend}</legend>
    <${Field} label=${t.statement} as="textarea" name="inOwnWords" rows="3" maxlength="10000" />
    <label class="line"><input type="checkbox" name="notWished" /> ${t.statementNotWished}</label>
  </fieldset>`;
}

function AnswerLink({ t, ask, onDone }) {
  const [link, setLink] = useState();
  const [problem, setProblem] = useState();
  const [copied, setCopied] = useState(false);
  const fetchLink = () => {
    setProblem();
    post('/api/v1/asks', ask).then((response) => response.json()).then(setLink, setProblem);
  };
  useEffect(fetchLink, []);
  if (problem) {
    return html`<${Heading}>${t.linkHeading}<//><p role="alert" class="failure">${t.linkLost}</p>
      <p class="buttons"><button onClick=${fetchLink}>${t.tryAgain}</button><button class="second" onClick=${onDone}>${t.done}</button></p>`;
  }
  if (!link) return html`<${Loading} t=${t} />`;
  const copy = () => navigator.clipboard?.writeText(link.link).then(() => setCopied(true));
  return html`
    <${Heading}>${t.linkHeading}<//>
    <p>${t.saved} ${t.linkText}</p>
    <img class="qr" alt=${t.qr} src=${`data:image/svg+xml,${encodeURIComponent(link.qr)}`} />
    <p class="link"><a href=${link.link} rel="noreferrer" target="_blank">${link.link}</a></p>
    <p role="status">${copied ? t.copied : ''}</p>
    <${TextMessage} t=${t} ask=${ask} />
    <p class="buttons"><button class="second" onClick=${copy}>${t.copy}</button><button onClick=${onDone}>${t.done}</button></p>`;
}

/** The link by text message instead. The number is forgotten once the message has left. */
function TextMessage({ t, ask }) {
  const [message, setMessage] = useState('');
  const sending = useSending((form, key) => post('/api/v1/asks/text-messages', {
    about: ask, phone: form.get('phone'), remember: form.has('remember'), language: form.get('language'),
  }, { 'Idempotency-Key': key }).then(() => t.textSent), setMessage);
  return html`<details><summary>${t.textInstead}</summary>
    <p role="status">${message}</p>
    <${Form} t=${t} sending=${sending}>
      <${Field} label=${t.phone} type="tel" name="phone" maxlength="40" autocomplete="off" required />
      <${Choice} label=${t.textLanguage} name="language" value="fi" options=${Object.entries(languages)} />
      <label class="line"><input type="checkbox" name="remember" /> ${t.textRemember}</label>
      <p><button disabled=${sending.busy}>${t.textSend}</button></p>
    <//></details>`;
}

function PlanMeeting({ t, units, onDone }) {
  const sending = useSending((form, key) => post('/api/v1/meetings', {
    unit: form.get('unit'),
    kind: form.get('kind'),
    channel: form.get('channel'),
    plannedOn: form.get('plannedOn'),
    plannedMinutes: Number(form.get('plannedMinutes')),
    peerExpertWanted: form.has('peerExpertWanted'),
  }, { 'Idempotency-Key': key }).then((response) => response.json()), (answer) => onDone(withWarnings(t, t.plannedSaved, answer)));
  return html`
    <${Heading}>${t.planHeading}<//>
    <${Form} t=${t} sending=${sending}>
      <${Choice} label=${t.unit} name="unit" value=${units[0]?.slug} options=${units.map((unit) => [unit.slug, unit.name])} />
      <${Choice} label=${t.kind} name="kind" value=${KINDS[0]} options=${named(t, 'kind', KINDS)} />
      <${Choice} label=${t.channel} name="channel" value=${CHANNELS[0]} options=${named(t, 'channel', CHANNELS)} />
      <${Field} label=${t.plannedOn} type="date" name="plannedOn" defaultValue=${today()} required />
      <${Field} label=${t.plannedMinutes} type="number" name="plannedMinutes" min="1" max="1440" inputmode="numeric" defaultValue="60" required />
      <label class="line"><input type="checkbox" name="peerExpertWanted" /> ${t.peerExpertWanted}</label>
      <p class="buttons"><button disabled=${sending.busy}>${t.save}</button>
        <button type="button" class="second" onClick=${() => onDone('')}>${t.cancel}</button></p>
    <//>`;
}
