// Says as JSON what stands in the Bicep files that are named to it, and what in them is not Bicep. There is no compiler in any feed;
// this knows the language's form, and that every name is one.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Language, Parser } from 'web-tree-sitter';

const functions = new Set([
  'cidrSubnet', 'empty', 'environment', 'filter', 'guid', 'items', 'loadJsonContent', 'loadTextContent', 'replace', 'resourceGroup', 'string',
  'subscription', 'subscriptionResourceId', 'take', 'toObject', 'union', 'uniqueString',
]);
const kinds = {
  module_declaration: 'modules',
  output_declaration: 'outputs',
  parameter_declaration: 'parameters',
  resource_declaration: 'resources',
  variable_declaration: 'variables',
};

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(createRequire(import.meta.url).resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')));

const parts = node => node.namedChildren.filter(child => child.type !== 'comment');
const isPlain = node => node.type === 'string' && parts(node).every(part => part.type !== 'interpolation');
const unescaped = text => text.replace(/\\(.)/g, (_, sign) => ({ n: '\n', r: '\r', t: '\t' })[sign] ?? sign);
const keyOf = property => (property.firstNamedChild.type === 'string' ? property.firstNamedChild.text.slice(1, -1) : property.firstNamedChild.text);

// Literals as they are; whatever has to be computed as its text.
function valueOf(node) {
  if (isPlain(node)) return unescaped(node.text.slice(1, -1));
  switch (node.type) {
    case 'array': return parts(node).map(valueOf);
    case 'object': return Object.fromEntries(parts(node).map(property => [keyOf(property), valueOf(property.lastNamedChild)]));
    case 'boolean': return node.text === 'true';
    case 'number': return Number(node.text);
    case 'null': return null;
    case 'for_statement': return valueOf(node.childForFieldName('body'));
    case 'if_statement': return valueOf(node.lastNamedChild);
    default: return { '=': node.text };
  }
}

function decoratorsOf(declaration) {
  const before = declaration.previousNamedSibling;
  return before?.type !== 'decorators' ? [] : parts(before).map(each => {
    const call = each.firstNamedChild;
    return { name: call.childForFieldName('function').text, value: parts(call.childForFieldName('arguments')).map(valueOf)[0] ?? null };
  });
}

function declared(node) {
  const [name, ...rest] = parts(node);
  return {
    name: name.text,
    decorators: decoratorsOf(node),
    type: rest.length > 0 && (rest[0].type === 'type' || isPlain(rest[0])) && ['type', 'string'].includes(rest[0].type) && node.type !== 'variable_declaration'
      ? rest[0].text.replace(/^'|'$/g, '')
      : null,
    hasValue: node.type !== 'parameter_declaration' || rest.length > 1,
    text: node.text,
    value: valueOf(rest.at(-1)),
  };
}

// Where a name is meant, and not what something is called.
function isMeant(node) {
  const parent = node.parent;
  return !(parent.type === 'object_property' && parent.firstNamedChild.equals(node))
    && !(parent.type in kinds && parent.firstNamedChild.equals(node))
    && !(parent.type === 'metadata_declaration')
    && !(parent.type === 'call_expression' && parent.childForFieldName('function')?.equals(node));
}

// What a lambda or a loop calls what it goes through.
function bound(node) {
  for (let at = node; at; at = at.parent) {
    if (at.type === 'lambda_expression' && at.firstNamedChild.text.replace(/[()\s]/g, '').split(',').includes(node.text)) return true;
    if (at.type === 'for_statement' && at.childForFieldName('initializer')?.text === node.text) return true;
  }
  return false;
}

function read(path) {
  const file = { path, faults: [], loads: [], asked: [], unused: [], modules: [], outputs: [], parameters: [], resources: [], variables: [] };
  const meant = [];
  const fault = (node, what) => file.faults.push(`${path}(${node.startPosition.row + 1}): ${what} ${node.text.split('\n')[0]}`);

  (function visit(node) {
    if (node.isError || node.isMissing) fault(node, 'is not Bicep:');
    if (node.type in kinds) file[kinds[node.type]].push(declared(node));
    if (node.type === 'identifier' && isMeant(node)) meant.push(node);
    if (node.type === 'call_expression') {
      const name = node.childForFieldName('function').text;
      if (node.parent.type !== 'decorator' && !functions.has(name)) fault(node, 'calls no function that is known here:');
      if (name.startsWith('load')) file.loads.push(valueOf(parts(node.childForFieldName('arguments'))[0]));
    }
    const output = node.type === 'member_expression' && /^(\w+)!?\.outputs\.(\w+)$/.exec(node.text);
    if (output) file.asked.push({ module: output[1], output: output[2] });
    node.children.forEach(visit);
  })(parser.parse(readFileSync(path, 'utf8')).rootNode);

  const names = [...file.modules, ...file.parameters, ...file.resources, ...file.variables].map(each => each.name);
  for (const node of meant) {
    if (!names.includes(node.text) && !bound(node)) fault(node, 'is no name that is declared:');
  }
  for (const name of names) {
    if (names.indexOf(name) !== names.lastIndexOf(name)) file.faults.push(`${path}: ${name} is declared twice`);
  }
  const asked = new Set(meant.map(node => node.text));
  file.unused = [...file.parameters, ...file.variables].map(each => each.name).filter(name => !asked.has(name));
  return file;
}

process.stdout.write(JSON.stringify(process.argv.slice(2).map(read)));
