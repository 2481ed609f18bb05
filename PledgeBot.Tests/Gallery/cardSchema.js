// Holds a card against the schema of Adaptive Cards 1.5 as Microsoft's renderer declares it in its npm package: which elements there
// are, which properties each has and since which version, and which values they take. Strict: what is not declared is a fault.
const AC = globalThis.AdaptiveCards;
const version = AC.Versions.v1_5;

// What holds other elements is read by the renderer's code and is not in its declarations.
const children = {
  AdaptiveCard: { body: "elements", actions: "actions" },
  Container: { items: "elements" },
  Column: { items: "elements" },
  ColumnSet: { columns: "Column" },
  ActionSet: { actions: "actions" },
  ImageSet: { images: "elements" },
  RichTextBlock: { inlines: "elements" },
  Table: { columns: "Table.Column", rows: "TableRow" },
  TableRow: { cells: "TableCell" },
  TableCell: { items: "elements" },
  "Action.ShowCard": { card: "AdaptiveCard" },
};

// What the renderer leaves to others to look at.
const free = {
  "Action.Execute": ["data", "fallback"],
  "Action.Submit": ["data", "fallback"],
  "Action.OpenUrl": ["fallback"],
  "Action.ToggleVisibility": ["fallback"],
};

// What the format demands (the renderer is forgiving).
const required = {
  AdaptiveCard: ["version"],
  TextBlock: ["text"],
  Image: ["url"],
  FactSet: ["facts"],
  ActionSet: ["actions"],
  Container: ["items"],
  "Input.Text": ["id"],
  "Input.Date": ["id"],
  "Input.Time": ["id"],
  "Input.Number": ["id"],
  "Input.ChoiceSet": ["id", "choices"],
  "Input.Toggle": ["id", "title"],
  "Action.OpenUrl": ["url"],
  "Action.ShowCard": ["card"],
  "Action.ToggleVisibility": ["targetElements"],
};

// What Teams understands beyond the format and the bot uses on purpose, by element.
const teams = {
  AdaptiveCard: ["msteams"],
  "Action.Submit": ["msTeams"],
  Image: ["msTeams"],
};

const made = new Map();
const types = new Map();
for (const [registry, kind] of [[AC.GlobalRegistry.defaultElements, "elements"], [AC.GlobalRegistry.defaultActions, "actions"]]) {
  for (let i = 0; i < registry.getItemCount(); i++) {
    const item = registry.getItemAt(i);
    if (AC.isVersionLessOrEqual(item.schemaVersion, version)) {
      types.set(item.typeName, { kind, make: () => new item.objectType() });
    }
  }
}
types.set("AdaptiveCard", { kind: "card", make: () => new AC.AdaptiveCard() });
types.set("Column", { kind: "Column", make: () => new AC.Column() });

function declared(key, make) {
  let properties = made.get(key);
  if (!properties) {
    properties = new Map();
    const schema = make().getSchema();
    for (let i = 0; i < schema.getCount(); i++) {
      const property = schema.getItemAt(i);
      if (AC.isVersionLessOrEqual(property.targetVersion, version)) {
        properties.set(property.name, property);
      }
    }
    made.set(key, properties);
  }
  return properties;
}

// Gives what is wrong with a card, a line for each fault.
export function faultsOf(card) {
  const faults = [];
  element(card, "AdaptiveCard", "card", faults);
  return faults;
}

function element(json, expected, path, faults) {
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    faults.push(`${path} is not an object`);
    return;
  }
  const name = json.type ?? (expected === "Column" ? "Column" : undefined);
  const type = types.get(name);
  if (!type || (expected !== type.kind && expected !== name)) {
    faults.push(`${path} is of the unknown type ${name}`);
    return;
  }
  const properties = declared(name, type.make);
  for (const missing of (required[name] ?? []).filter((property) => json[property] === undefined)) {
    faults.push(`${name} has no ${missing}`);
  }
  for (const [property, value] of Object.entries(json)) {
    const inner = children[name]?.[property];
    if (inner) {
      list(value, inner, `${name}.${property}`, faults);
    } else if (property === "fallback" && free[name]?.includes("fallback")) {
      if (value !== "drop") {
        element(value, type.kind, `${name}.fallback`, faults);
      }
    } else if (property === "fallback") {
      if (value !== "drop") {
        element(value, "elements", `${name}.fallback`, faults);
      }
    } else if (properties.has(property)) {
      one(value, properties.get(property), `${name}.${property}`, faults);
    } else if (!free[name]?.includes(property) && !teams[name]?.includes(property)) {
      faults.push(`${name} has no property ${property} in version ${version}`);
    }
  }
}

function list(value, inner, path, faults) {
  if (inner === "AdaptiveCard") {
    element(value, inner, path, faults);
  } else if (!Array.isArray(value)) {
    faults.push(`${path} is not a list`);
  } else {
    value.forEach((item) => element(item, inner, path, faults));
  }
}

function object(value, objectType, path, faults) {
  const properties = declared(objectType, () => new objectType());
  for (const [name, inner] of Object.entries(value)) {
    if (properties.has(name)) {
      one(inner, properties.get(name), `${path}.${name}`, faults);
    } else {
      faults.push(`${path} has no property ${name} in version ${version}`);
    }
  }
}

function one(value, property, path, faults) {
  const is = (type) => property instanceof type;
  const wants = (holds, what) => holds || faults.push(`${path} is ${JSON.stringify(value)?.slice(0, 80)}, not ${what}`);
  if (property.name === "type" || is(AC.CustomProperty)) {
    return;
  }
  if (property.name === "action" && path.startsWith("AdaptiveCard.refresh")) {
    element(value, "Action.Execute", path, faults);
  } else if (is(AC.ActionProperty)) {
    element(value, "actions", path, faults);
  } else if (is(AC.EnumProperty)) {
    const values = property.values.filter((allowed) => AC.isVersionLessOrEqual(allowed.targetVersion ?? AC.Versions.v1_0, version));
    const names = values.map((allowed) => property.enumType[allowed.value].toLowerCase());
    wants(typeof value === "string" && names.includes(value.toLowerCase()), `one of ${names}`);
  } else if (is(AC.ValueSetProperty)) {
    const values = property.values.filter((allowed) => AC.isVersionLessOrEqual(allowed.targetVersion ?? AC.Versions.v1_0, version));
    const names = values.map((allowed) => allowed.value.toLowerCase());
    wants(typeof value === "string" && names.includes(value.toLowerCase()), `one of ${names}`);
  } else if (is(AC.SerializableObjectCollectionProperty)) {
    wants(Array.isArray(value), "a list") && value.forEach((item) => object(item, property.objectType, path, faults));
  } else if (is(AC.SerializableObjectProperty)) {
    wants(typeof value === "object", "an object") && property.name !== "requires" && object(value, property.objectType, path, faults);
  } else if (is(AC.StringArrayProperty)) {
    wants(Array.isArray(value) && value.every((item) => typeof item === "string"), "a list of texts");
  } else if (is(AC.BoolProperty)) {
    wants(typeof value === "boolean", "true or false");
  } else if (is(AC.NumProperty)) {
    wants(typeof value === "number", "a number");
  } else if (is(AC.StringProperty)) {
    wants(typeof value === "string", "a text");
  }
}
