/* A login provider like ID-porten for the tests: the certified npm package `oidc-provider`, with the claims, levels,
   pairwise subjects, short tokens and back-channel logout that ID-porten has. Whoever asks to log in chooses a person
   by pressing a button. First line on stdout: the issuer. Read once from argv: a JSON file with clients and people. */

import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import http from "node:http";
import Provider from "oidc-provider";

const told = JSON.parse(readFileSync(process.argv[2], "utf-8"));
const kid = (number) => `provider-${number}`;
const newKey = (number) => ({
  ...generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" }),
  kid: kid(number), use: "sig", alg: "RS256",
});

const configuration = (keys) => ({
  clients: told.clients,
  jwks: { keys },
  cookies: { keys: ["only-for-tests"] },
  subjectTypes: ["pairwise"],
  pairwiseIdentifier: (ctx, accountId, client) => `sub-of-${accountId}-at-${client.clientId}`,
  acrValues: ["idporten-loa-substantial", "idporten-loa-high"],
  claims: { openid: ["sub", "pid", "acr", "amr", "locale", "auth_time", "sid"] },
  conformIdTokenClaims: false,
  pkce: { required: () => true, methods: ["S256"] },
  responseTypes: ["code"],
  clientAuthMethods: ["private_key_jwt"],
  ttl: { IdToken: 120, AuthorizationCode: 60, Session: 7200, Interaction: 600, Grant: 7200, AccessToken: 120 },
  features: {
    devInteractions: { enabled: false },
    backchannelLogout: { enabled: true },
    pushedAuthorizationRequests: { enabled: Boolean(told.par) },
    rpInitiatedLogout: {
      enabled: true,
      postLogoutSuccessSource: (ctx) => { ctx.body = "<!doctype html><title>Logget ut</title>"; },
      logoutSource: (ctx, form) => {
        ctx.body = `<!doctype html><title>Logg ut</title>${form}<button type="submit" form="op.logoutForm" name="logout" value="yes">Ja</button>`;
      },
    },
  },
  findAccount: (ctx, id) => ({
    accountId: id,
    claims: () => ({ sub: id, locale: "nb", ...(told.people[id]?.pid ? { pid: told.people[id].pid } : {}) }),
  }),
  loadExistingGrant: async (ctx) => {
    const { Grant } = ctx.oidc.provider;
    const grant = new Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
    grant.addOIDCScope("openid");
    await grant.save();
    return grant;
  },
  interactions: { url: (ctx, interaction) => `/velg/${interaction.uid}` },
  renderError: (ctx, out) => {
    ctx.type = "html";
    ctx.body = `<!doctype html><title>Feil</title><p id="error">${out.error}</p>`;
  },
});

let issuer;
let number = 1;
let provider;
function start() {
  provider = new Provider(issuer, configuration([newKey(number)]));
}

const buttons = (uid) =>
  Object.keys(told.people)
    .map((id) => `<form method="post" action="/velg/${uid}"><button name="person" value="${id}">${id}</button></form>`)
    .join("");

async function choose(request, response, uid) {
  if (request.method === "GET") {
    const { params } = await provider.interactionDetails(request, response);
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(`<!doctype html><html lang="nb"><title>Velg</title><h1>Prøveporten ${params.ui_locales}</h1>${buttons(uid)}
      <form method="post" action="/velg/${uid}"><button name="person" value="">Avbryt</button></form></html>`);
    return;
  }
  let body = "";
  for await (const chunk of request) body += chunk;
  const person = new URLSearchParams(body).get("person");
  const result = person
    ? { login: { accountId: person, acr: told.people[person].acr ?? "idporten-loa-high", amr: [told.people[person].amr ?? "BankID"], remember: true } }
    : { error: "access_denied" };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

/* What no real provider offers: a new signing key at once, and the list of requests it has had. */
const asked = [];
async function control(request, response, word) {
  if (word === "roll") { number += 1; start(); }
  response.setHeader("Content-Type", "application/json");
  response.end(JSON.stringify({ kid: kid(number), asked }));
}

/* oidc-provider has no front-channel logout, so this page does what one does: our address in a frame. */
function frame(response, address) {
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.end(`<!doctype html><title>Logger ut</title><iframe src="${address.replaceAll("&", "&amp;")}"></iframe>`);
}

const server = http.createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, issuer);
  asked.push(`${request.method} ${pathname}`);
  const [, first, second] = pathname.split("/");
  const done = first === "velg" ? choose(request, response, second)
    : first === "styr" ? control(request, response, second)
    : first === "ramme" ? frame(response, searchParams.get("til"))
    : provider.callback()(request, response);
  Promise.resolve(done).catch((error) => { response.statusCode = 500; response.end(String(error)); });
});
server.listen(0, "127.0.0.1", () => {
  issuer = `http://127.0.0.1:${server.address().port}`;
  start();
  process.stdout.write(`${issuer}\n`);
});
process.stdin.on("end", () => process.exit(0)).resume();
