// Opens an account of each kind on the server of ESTRADE_URL, the way a person does (registration, mailed link),
// and prints one line per person: its name, then the headers that act for it, separated by tabs.
const url = process.env.ESTRADE_URL;
const run = Date.now().toString(36);

async function call(method, path, body) {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { "content-type": "application/json", "x-estrade": "1" },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(15_000),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return { json: text ? JSON.parse(text) : undefined, cookies: response.headers.getSetCookie() };
}

const { terms_version } = (await call("GET", "/v1/settings")).json;

const common = (handle) => ({
  handle: `${handle}-${run}`,
  email: `${handle}-${run}@exemple.fr`,
  password: `${crypto.randomUUID()}`,
  given_name: "Camille",
  family_name: "Durand",
  phone: "06 12 34 56 78",
  street: "1 rue des Lilas",
  postal_code: "76000",
  town: "Rouen",
  terms_version,
});

const people = {
  client: { ...common("client"), kind: "client", legal_kind: "private_person" },
  provider: {
    ...common("provider"),
    kind: "provider",
    name: "Maison Durand",
    legal_kind: "sole_trader",
    siret: "73282932000074",
    vat_exempt: true,
    trades: ["dj"],
    departements: ["76"],
  },
};

// The worker delivers in its own time, so the mailbox is asked until the letter is there, for half a minute at most.
async function mailedToken(address) {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const { items } = (await call("GET", `/v1/mailbox?recipient=${encodeURIComponent(address)}`)).json;
    if (items.length > 0) {
      const { text_body } = (await call("GET", `/v1/mailbox/${items[0].id}`)).json;
      const token = /token=([^\s&]+)/.exec(text_body)?.[1];
      if (token) return token;
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`no activation link reached ${address}`);
}

for (const [name, form] of Object.entries(people)) {
  await call("POST", "/v1/registrations", form);
  const { cookies } = await call("POST", "/v1/activations", { token: await mailedToken(form.email) });
  // Without the refresh token: spent twice, it would tell of a theft and end the session.
  const access = cookies.map((cookie) => cookie.split(";")[0]).find((cookie) => cookie.startsWith("__Host-estrade="));
  if (!access) throw new Error(`no access cookie among ${cookies}`);
  console.log([name, `Cookie: ${access}`, "X-Estrade: 1"].join("\t"));
}
