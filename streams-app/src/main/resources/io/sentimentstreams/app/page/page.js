// Untrusted text is set as textContent only, never as markup.
const SVG = 'http://www.w3.org/2000/svg';
const MAX_PREFIXES = 200;
const TIMEOUT_MS = 8000;
const byId = (id) => document.getElementById(id);
const whole = new Intl.NumberFormat('en');
const short = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function shape(name, attributes, text) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

async function ask(path, options = {}) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(path, { ...options, signal: stop.signal });
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.error);
    return answer;
  } finally {
    clearTimeout(timer);
  }
}

function pairs(list, entries) {
  list.replaceChildren(
    ...entries.flatMap(([name, value]) => [element('dt', '', name), element('dd', '', value)]));
}

function millis(value) {
  if (value === undefined) return '–';
  return value >= 1000 ? `${short.format(value / 1000)} s` : `${value < 10 ? value.toFixed(2) : Math.round(value)} ms`;
}

// Status of the instance.

function showNow(now) {
  byId('state').textContent = now.state === 'RUNNING' ? 'running' : now.state.toLowerCase();
  byId('state').className = now.state === 'RUNNING' ? 'chip good' : 'chip bad';
  byId('group').textContent = `${now.applicationId}, ${now.version}`;
  byId('rate').textContent = now.scored.perSecond === undefined ? '–' : short.format(now.scored.perSecond);
  byId('total').textContent = whole.format(now.scored.total);
  byId('lag').textContent = now.lag === undefined ? '–' : whole.format(now.lag);
  pairs(byId('labels'), Object.entries(now.scored.byLabel)
    .map(([label, count]) => [label.toLowerCase(), whole.format(count)]));
  for (const [prefix, latency] of [['scoring', now.latency.scoring], ['end', now.latency.endToEnd]]) {
    byId(`${prefix}-p50`).textContent = millis(latency.p50);
    byId(`${prefix}-p99`).textContent = millis(latency.p99);
  }
  byId('dead').textContent = whole.format(now.deadLetters.total);
  pairs(byId('reasons'), Object.entries(now.deadLetters.byReason)
    .map(([reason, count]) => [reason, whole.format(count)]));
  const oldest = now.deadLetters.oldestAgeSeconds;
  byId('oldest').textContent = oldest > 0 ? `Age of the oldest: ${whole.format(Math.round(oldest))} s` : '';
  showSeconds(now.scored.eachSecond);
  showHistogram(now.scores.counts);
  showLatest(now.latest);
}

function showSeconds(counts) {
  const max = Math.max(1, ...counts);
  byId('seconds').replaceChildren(...counts.map((count, i) => {
    const height = Math.max(count > 0 ? 2 : 0, 78 * count / max);
    return shape('rect', { class: 'bar up', x: 600 - 10 * (counts.length - i), y: 80 - height, width: 8, height });
  }));
}

function showHistogram(bins) {
  const max = Math.max(1, ...bins);
  const total = bins.reduce((sum, count) => sum + count, 0);
  byId('histogram-title').textContent = total === 0 ? 'No scores in the last minute'
    : `Histogram of ${total} scores in the last minute, ten bins from 0 to 1: ${bins.join(', ')}`;
  const bars = bins.map((count, i) => {
    const height = Math.max(count > 0 ? 2 : 0, 205 * count / max);
    return shape('rect', { class: i < 5 ? 'bar down' : 'bar up', x: 60 * i + 3, y: 238 - height, width: 54, height });
  });
  const counted = bins.map((count, i) => count === 0 ? null
    : shape('text', { class: 'mark', x: 60 * i + 30, y: 238 - Math.max(2, 205 * count / max) - 8, 'text-anchor': 'middle' }, count));
  byId('histogram').replaceChildren(byId('histogram-title'), ...bars, ...counted.filter(Boolean),
    shape('line', { class: 'grid', x1: 0, x2: 600, y1: 239, y2: 239 }));
}

function showLatest(latest) {
  byId('latest').replaceChildren(...latest.map((each) => {
    const row = element('tr');
    row.append(
      element('td', '', each.scoredAt.slice(11, 19)),
      element('td', '', each.score.toFixed(4)),
      element('td', each.label, each.label.toLowerCase()),
      element('td', '', each.outOfVocabulary > 0 ? `${each.tokens} (${each.outOfVocabulary} unknown)` : each.tokens),
      element('td', 'text', each.text === undefined ? '' : each.text));
    return row;
  }));
  byId('no-texts').hidden = latest.length === 0 || latest[0].text !== undefined;
}

function layerName(layer) {
  const cell = layer.cell ?? layer;
  const size = cell.units ?? (cell.outputDim ? `${whole.format(cell.inputDim)} × ${cell.outputDim}` : '');
  return `${layer.cell ? `${layer.type} ` : ''}${cell.type}${size === '' ? '' : ` ${size}`}`;
}

function showModel(card) {
  const measured = Object.entries(card.quality).map(([split, quality]) => [`accuracy, ${split}`,
    `${quality.accuracy.toFixed(4)} on ${whole.format(quality.examples)} texts: ${quality.data}`]);
  pairs(byId('model'), [
    ['name', `${card.name} ${card.version}`],
    ['created', card.createdAt],
    ['network', card.layers.map(layerName).join(' → ')],
    ['input', `at most ${whole.format(card.maxLength)} tokens; vocabulary of ${whole.format(card.vocabulary)}`],
    ['labels', `${card.labels.join(', ')}; positive from ${card.threshold}`],
    ...(card.uncertain ? [['uncertain', card.uncertain.map((end) => end.toFixed(4)).join(' to ')]] : []),
    ...measured,
    ['SHA-256', card.sha256],
  ]);
}

let looking = false;
async function look() {
  if (looking || document.hidden) return;
  looking = true;
  try {
    showNow(await ask('/v1/status'));
  } catch {
    byId('state').textContent = 'no response';
    byId('state').className = 'chip bad';
  } finally {
    looking = false;
  }
}

// Score of a typed text.

let asked = 0;
async function score() {
  const text = byId('text').value;
  const mine = ++asked;
  if (text.trim() === '') {
    byId('verdict').textContent = '';
    byId('moves').hidden = true;
    return;
  }
  try {
    const answer = await ask('/v1/score', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text, prefixes: MAX_PREFIXES }),
    });
    if (mine === asked) showScore(answer, text);
  } catch (failure) {
    if (mine === asked) byId('verdict').textContent = `No score: ${failure.message || 'The application does not respond. Try again.'}`;
  }
}

function showScore(answer, text) {
  const { count, outOfVocabulary, truncated } = answer.tokens;
  byId('verdict').replaceChildren(
    ...(count === outOfVocabulary ? ['No known words']
      : [element('strong', answer.label, answer.score.toFixed(4)), ` ${answer.label.toLowerCase()}`]),
    `, ${count} tokens`
      + (outOfVocabulary > 0 ? `, ${outOfVocabulary} unknown` : '')
      + (truncated > 0 ? `, ${truncated} truncated` : '') + '.');
  const steps = answer.prefixes.map((prefix, i) => {
    const before = i === 0 ? { tokens: 0, score: undefined } : answer.prefixes[i - 1];
    return {
      end: prefix.tokens,
      score: prefix.score,
      change: before.score === undefined ? prefix.score - 0.5 : prefix.score - before.score,
      words: answer.words.slice(before.tokens, prefix.tokens)
        .map((word) => ({ ...word, typed: text.slice(word.from, word.to) })),
    };
  });
  byId('moves').hidden = steps.length === 0;
  showChart(steps);
  showWords(steps);
  byId('steps').replaceChildren(...steps.map((step, i) => {
    const row = element('tr');
    row.append(
      element('td', '', step.end),
      element('td', 'text', step.words.map((word) => word.typed).join(' ')),
      element('td', '', step.score.toFixed(4)),
      element('td', '', i === 0 ? '' : (step.change < 0 ? '−' : '+') + Math.abs(step.change).toFixed(4)));
    return row;
  }));
}

const LEFT = 45, RIGHT = 985, TOP = 12, BOTTOM = 208;

function place(steps, i) {
  const x = steps.length === 1 ? (LEFT + RIGHT) / 2 : LEFT + (RIGHT - LEFT) * i / (steps.length - 1);
  return [x, BOTTOM - (BOTTOM - TOP) * steps[i].score];
}

function showChart(steps) {
  const title = byId('chart-title');
  title.textContent = steps.length === 0 ? '' : `Score after each of ${steps.length} prefixes, from ${steps[0].score.toFixed(2)} `
    + `to ${steps[steps.length - 1].score.toFixed(2)}`;
  const marks = [0, 0.5, 1].flatMap((value) => {
    const y = BOTTOM - (BOTTOM - TOP) * value;
    return [
      shape('line', { class: value === 0.5 ? 'half' : 'grid', x1: LEFT, x2: RIGHT, y1: y, y2: y }),
      shape('text', { class: 'mark', x: LEFT - 8, y: y + 5, 'text-anchor': 'end' }, value),
    ];
  });
  const points = steps.map((step, i) => place(steps, i));
  const path = shape('polyline', { class: 'path', points: points.map((point) => point.join(',')).join(' ') });
  const dots = points.map(([cx, cy], i) => shape('circle',
    { class: `dot ${steps[i].score < 0.5 ? 'down' : 'up'}`, id: `dot-${i}`, cx, cy, r: steps.length > 80 ? 3 : 5 }));
  byId('chart').replaceChildren(title, ...marks, path, ...dots);
}

function strength(change) {
  const size = Math.abs(change);
  const level = size < 0.01 ? 0 : size < 0.05 ? 1 : size < 0.12 ? 2 : size < 0.25 ? 3 : 4;
  return level === 0 ? '' : `${change < 0 ? 'down' : 'up'}-${level}`;
}

function showWords(steps) {
  byId('words').replaceChildren(...steps.flatMap((step, i) => step.words.flatMap((word) => {
    const made = element('span', `word ${strength(step.change)}${word.known ? '' : ' unknown'}`, word.typed);
    made.title = `${step.score.toFixed(4)}, ${word.token}${word.known ? '' : ', not in the vocabulary'}`;
    for (const [event, lit] of [['pointerenter', true], ['pointerleave', false]]) {
      made.addEventListener(event, () => byId(`dot-${i}`)?.classList.toggle('lit', lit));
    }
    return [made, ' '];
  })));
}

let pause;
byId('text').addEventListener('input', () => {
  clearTimeout(pause);
  pause = setTimeout(score, 250);
});
byId('try').addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(pause);
  score();
});
byId('text').addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) byId('try').requestSubmit();
});
document.addEventListener('visibilitychange', look);
setInterval(look, 1000);
look();
score();
ask('/v1/model').then(showModel, () => pairs(byId('model'), [['', 'The model card is not available. Reload the page.']]));
