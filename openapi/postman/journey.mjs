// A walk through the API as an integrator takes it, written as steps over operation ids. `make generate` turns it
// into journey.postman_collection.json; `make test` runs that with newman against a fresh server.
//
// A step: name, operation, status · optional: params, query, headers, body, bearer (null: none), before (script
// lines), expect ([title, chai code over `body`]), save ({variable: code over `body`}).

const registration = {
  kind: "client",
  handle: "client-{{run}}",
  email: "client-{{run}}@exemple.fr",
  password: "{{password}}",
  given_name: "Camille",
  family_name: "Durand",
  phone: "06 12 34 56 78",
  legal_kind: "private_person",
  street: "1 rue des Lilas",
  postal_code: "76000",
  town: "Rouen",
  terms_version: "{{terms_version}}",
};

// Names and passwords of one run, so that the journey can be run again against the same server.
const newRun = [
  'pm.collectionVariables.set("run", Date.now().toString(36));',
  'pm.collectionVariables.set("password", pm.variables.replaceIn("{{$randomUUID}}"));',
];

export const journey = {
  name: "journey",
  description: "From a visit to a registration, every step with its expected answer.",
  folders: [
    {
      name: "Look around",
      steps: [
        { name: "The server is ready", operation: "health_ready", status: 200, before: newRun },
        {
          name: "The trades",
          operation: "trades_list",
          status: 200,
          expect: [["there are trades", "pm.expect(body.items).to.not.be.empty;"]],
        },
        {
          name: "The départements",
          operation: "departements_list",
          status: 200,
          expect: [["there are 101 départements", "pm.expect(body.items).to.have.lengthOf(101);"]],
        },
        {
          name: "The settings",
          operation: "settings_get",
          status: 200,
          save: { terms_version: "body.terms_version" },
        },
        {
          name: "Nobody is logged in yet",
          operation: "me_get",
          status: 401,
          expect: [
            ["the refusal has a stable code", "pm.expect(body.code).to.be.a('string').and.match(/^[a-z_]+$/);"],
            ["the refusal is a problem", "pm.response.to.have.header('Content-Type', 'application/problem+json');"],
          ],
        },
      ],
    },
    {
      name: "Register",
      steps: [
        {
          name: "A client registers",
          operation: "registrations_create",
          status: 202,
          body: registration,
        },
        {
          name: "The same handle is taken",
          operation: "registrations_create",
          status: 422,
          body: { ...registration, email: "other-{{run}}@exemple.fr" },
          expect: [["the field is named", "pm.expect(body.errors.map((error) => error.pointer)).to.include('/handle');"]],
        },
        {
          name: "An account is inactive until its link is opened",
          operation: "sessions_create",
          status: 403,
          body: { email: registration.email, password: registration.password },
          expect: [["its code", "pm.expect(body.code).to.eql('account_not_activated');"]],
        },
      ],
    },
  ],
};
