"""A second verifier of proof bundles, written from docs/protocol.md and nothing else.

Usage: python3 second_verifier.py trust.json file.rogatory-proof [trust.json file.rogatory-proof …], with Python's standard library and the `openssl` command. The essentials only: the schemas of payloads,
suspensions, documents, disclosed manifests, revocation lists, OCSP responses, paths between checkpoints, witnesses, which document was translated, what a relay could no longer
have signed when a time-stamp came and what it signed with keys that its entry has no longer are left to the first. Numbers are sections of the page. Prints, a line for each bundle,
{"verdict": …, "facts": [[fact, standing], …]}. Files are named for their digest: what openssl once said of the same files it would say again, and is not asked twice.
"""
import base64, datetime, functools, hashlib, hmac, itertools, json, os, re, subprocess, sys, tempfile
TMP, KID, L = tempfile.TemporaryDirectory(), r"[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]", 2 ** 252 + 27742317777372353535851937790883648493
LISTS = {"credentials": "officer", "approvals": "approval", "entries": "entry", "evidence": "evidence", "receipts": "receipt", "revocations": "revocation", "suspensions": "suspension"}
BUNDLE, MAY = {"format", "version", "header", *LISTS, "revocationLists", "log", "timestamps"}, {"disclosure", "consistency", "witnessed", "absences", "ocspResponses", "translations"}
CORRESPONDENTS, APPROVERS = {"case", "registrar", "duty"}, {"case", "registrar", "duty", "legal", "admin"}; NAMED = ("sequence", "previous", "handoff", "authority", "issuer")
def need(condition):
    if not condition: raise ValueError()
def holds(check, *args):
    try: check(*args)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError): return False
    return True
def first(candidates, check):  # True if one holds, False if none of them does, None if there is none
    return any([holds(check, one) for one in candidates]) if candidates else None
# 1. Notation
def b64(text):
    octets = base64.b64decode(text, validate=True); need(base64.b64encode(octets).decode() == text); return octets
def b64url(text):
    need(re.fullmatch(r"[A-Za-z0-9_-]+", text)); return b64(text.replace("-", "+").replace("_", "/") + "=" * (-len(text) % 4))
def to_url(octets): return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()
def sha(octets): return hashlib.sha256(octets).digest()
def instant(at): return datetime.datetime.strptime(at, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=datetime.timezone.utc)
def in_force(it, at, start="validFrom", end="validTo"): return it[start] <= at <= it[end]
def strict_json(octets, size, depth):
    def members(pairs):
        need(len({name for name, _ in pairs}) == len(pairs) and "__proto__" not in dict(pairs)); return dict(pairs)
    def integer(text): need(abs(int(text)) < 2 ** 53); return int(text)
    def level(value):
        if isinstance(value, str): value.encode()  # a lone surrogate has no octets
        if not isinstance(value, (dict, list)): return 0
        return 1 + max(map(level, [*value, *value.values()] if isinstance(value, dict) else value), default=0)
    value = json.loads(octets.decode(), object_pairs_hook=members, parse_int=integer, parse_constant=int)
    need(len(octets) <= size and level(value) <= depth); return value
# 2. Keys
openssl = functools.cache(lambda *args, data=b"": subprocess.run(["openssl", *args], input=data, capture_output=True))
def file(octets):
    path = os.path.join(TMP.name, sha(octets).hex())
    with open(path, "wb") as out: out.write(octets)
    return path
def pem(label, text): return f"-----BEGIN {label}-----\n{text}\n-----END {label}-----\n".encode()
KEYS = {"Ed25519": ("Ed25519", "302a300506032b6570032100"), "P-256": ("ES256", "3059301306072a8648ce3d020106082a8648ce3d03010703420004"), "P-384": ("ES384", "3076301006072a8648ce3d020106052b8104002203620004")}
ORDER = {"ES256": 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551,
         "ES384": 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973}
def thumbprint(jwk): return to_url(sha(json.dumps(jwk, sort_keys=True, separators=(",", ":")).encode()))
def spelled(alg, signature):  # 3: the one spelling of a signature
    half = len(signature) // 2
    if alg == "Ed25519": need(len(signature) == 64 and int.from_bytes(signature[32:], "little") < L)
    elif alg in ORDER:
        r, s = int.from_bytes(signature[:half], "big"), int.from_bytes(signature[half:], "big")
        need(len(signature) == {"ES256": 64, "ES384": 96}[alg] and 0 < r < ORDER[alg] and 0 < s <= ORDER[alg] // 2)
    else: need(alg == "PS256" and 384 <= len(signature) <= 1024)
def der_signature(raw):
    numbers = [int.from_bytes(part, "big") for part in (raw[:len(raw) // 2], raw[len(raw) // 2:])]
    body = b"".join(bytes([2, n.bit_length() // 8 + 1]) + n.to_bytes(n.bit_length() // 8 + 1, "big") for n in numbers); return bytes([0x30, len(body)]) + body
class Key:
    def __init__(self, jwk, rsa=None):
        self.kid, self.alg = thumbprint(jwk), "PS256" if rsa else KEYS[jwk["crv"]][0]
        der = b"" if rsa else bytes.fromhex(KEYS[jwk["crv"]][1]) + b64url(jwk["x"]) + (b64url(jwk["y"]) if "y" in jwk else b"")
        self.path = file(rsa or pem("PUBLIC KEY", base64.b64encode(der).decode()))
    def verify(self, data, signature):
        spelled(self.alg, signature); pss = ["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:32"] if self.alg == "PS256" else []
        if self.alg == "Ed25519": done = openssl("pkeyutl", "-verify", "-pubin", "-inkey", self.path, "-rawin", "-in", file(data), "-sigfile", file(signature))
        else: done = openssl("dgst", "-sha384" if self.alg == "ES384" else "-sha256", *pss, "-verify", self.path, "-signature", file(signature if pss else der_signature(signature)), data=data)
        need(done.returncode == 0)
class Statement:  # 3: read in its one spelling; `by` verifies it
    def __init__(self, text, typ):
        header, payload, self.signature = map(b64url, parts := text.split("."))
        self.header, self.claims = strict_json(header, 65536, 2), strict_json(payload, 1 << 20, 32)
        need(set(self.header) == {"alg", "kid", "typ"} | ({"x5c"} if typ == "rogatory-entry" else set()) and self.header["typ"] == typ)
        spelled(self.header["alg"], self.signature)
        if typ == "rogatory-evidence" and self.claims["about"] == "package": need((self.claims["recipient"] is None) == (self.claims["code"][0] == "A") and self.claims["time"] >= self.claims["submitted"])
        self.text, self.digest, self.kid, self.signed = text, sha(text.encode()).hex(), self.header["kid"], ".".join(parts[:2]).encode()
    def by(self, key):
        need((self.header["alg"], self.kid) == (key.alg, key.kid)) or key.verify(self.signed, self.signature)
# 4. Who is who
def certificates(entry): return [pem("CERTIFICATE", "\n".join(re.findall(".{1,64}", one))) for one in entry.header["x5c"]]
def moment(shown): return datetime.datetime.strptime(re.sub(r"\.\d+", "", shown).strip(), "%b %d %H:%M:%S %Y %Z").strftime("%Y-%m-%dT%H:%M:%S.000Z")
def beginning(entry): return max(entry.claims["validFrom"], moment(openssl("x509", "-noout", "-startdate", data=certificates(entry)[0]).stdout.decode().split("=")[1]))
def entry_holds(roots, entry, at): return holds(judge_entry, roots, entry, at)
def identity_key(shown, modulus):
    if modulus: return Key({"e": "AQAB", "kty": "RSA", "n": to_url(bytes.fromhex(modulus[1]))}, shown.encode())
    spki = b64("".join(shown.split("\n")[1:-2])); crv, size = ("P-256", 32) if len(spki) == 91 else ("P-384", 48)
    need(spki[:-2 * size].hex() == KEYS[crv][1]); return Key({"crv": crv, "kty": "EC", "x": to_url(spki[-2 * size:-size]), "y": to_url(spki[-size:])})
def judge_entry(roots, entry, at):
    claims, (leaf, *above) = entry.claims, certificates(entry); chain = ["-untrusted", file(b"".join(above))] if above else []
    need(len(above) < 4 and openssl("verify", "-x509_strict", "-attime", str(int(instant(at).timestamp())), "-CAfile", roots, *chain, file(leaf)).returncode == 0)
    shown = openssl("x509", "-noout", "-pubkey", "-modulus", "-ext", "subjectAltName,extendedKeyUsage,keyUsage,basicConstraints", data=leaf).stdout.decode()
    need(re.findall(r"Alternative Name:.*\n\s*(.*)", shown) == [f"URI:urn:rogatory:{claims['kind']}:{claims['authority']}"])
    need(re.search(r"Extended Key Usage:.*\n\s*1\.3\.6\.1\.5\.5\.7\.3\.36\s*\n", shown) and "Digital Signature" in shown and "CA:TRUE" not in shown)
    entry.by(identity_key(re.search(r"-----BEGIN[^$]*END PUBLIC KEY-----\n", shown)[0], re.search("Modulus=([0-9A-F]+)", shown)))
    purposes = {"authority": {"credentials", "envelopes"}, "relay": {"evidence", "checkpoints", "operator"}}[claims["kind"]]
    need(in_force(claims, at) and (claims["version"] == 1) == (claims["supersedes"] is None) and len({key["kid"] for key in claims["keys"]}) == len(claims["keys"]))
    for key in claims["keys"]: need(key["purpose"] in purposes and thumbprint(key["jwk"]) == key["kid"] and key["notBefore"] <= key["notAfter"])
def signed_by_entry(item, entry, purpose, at):
    item.by(Key(*(one["jwk"] for one in entry.claims["keys"] if (one["purpose"], one["kid"]) == (purpose, item.kid) and in_force(one, at, "notBefore", "notAfter"))))
def judge_credential(credential, entry, at):
    claims = credential.claims; signed_by_entry(credential, entry, "credentials", at); own = [claims["sealingKey"]] * bool(claims["sealingKey"]) + [one["key"] for one in claims.get("securityKeys", [])]
    need(claims["authority"] == entry.claims["authority"] and in_force(claims, at) and thumbprint(claims["key"]) == claims["kid"])
    kids = [claims["kid"], *(key["kid"] for key in entry.claims["keys"]), *map(thumbprint, own)]; need(len(set(kids)) == len(kids))
# 6.1. The chain
DENIES = {"C.2": "C.6 C.3 C.4 C.5", "C.3": "C.4", "C.4": "C.3", "C.5": "C.3 C.4", "D.2": "D.1", "D.4": "D.3 D.5 D.6 E.1 C.3 C.4 C.5", "E.2": "E.1 C.3 C.4 C.5"}
DENIES |= {"K.1": "K.2 C.3 C.4 C.5"} | dict.fromkeys(("K.2", "K.3", "K.4", "K.6"), "C.3 C.4 C.5")
def may_follow(chain, code, whom):
    def happened(codes): return any(one["recipient"] == whom and one["code"] in codes for one in chain)
    if not chain or code[0] == "A": return not chain and code[0] == "A"
    if code == "R.1": return chain[0]["code"] == "A.1" and whom is None and all(one["code"] != code for one in chain)
    if chain[0]["code"] == "A.2" or whom in (None, chain[0]["sender"]): return False
    once, after = code in "C.1 C.3 C.4 C.5 C.6 D.1 D.3 E.1 K.1 K.2", code in "C.3 C.4 D.3 D.5 D.6 E.1 K.1 K.2 K.3 K.4 K.5 K.6"
    return code[0] in "BF" or not (once and happened(code)) and (not after or happened("D.1")) and not happened(DENIES.get(code, ""))
def judge_chain(links, header):
    chain, before, recipients = [], None, [None, *(one["authority"] for one in header.claims["recipients"])]
    for link, claims in ((one, one.claims) for one in links):
        need(claims["sequence"] == len(chain) and claims["previous"] == (before and before.digest) and claims["header"] == header.digest)
        need(claims["package"] == header.claims["package"] and claims["sender"] == header.claims["sender"] and claims["recipient"] in recipients)
        need(not before or claims["time"] >= chain[-1]["time"] and all(claims[name] == chain[-1][name] for name in ("issuer", "submitted")))
        need((claims["code"] != "C.5" or claims["time"] > (header.claims["expires"] or "9")) and may_follow(chain, claims["code"], claims["recipient"]))
        chain, before = [*chain, claims], link
# 7. The log
def root_of(node, last, hashed, path):  # RFC 9162 §2.1.3.2
    for sibling in path:
        need(last > 0)
        if node % 2 or node == last:
            hashed = sha(b"\1" + sibling + hashed)
            while not node % 2 and node: node, last = node >> 1, last >> 1
        else: hashed = sha(b"\1" + hashed + sibling)
        node, last = node >> 1, last >> 1
    need(last == 0); return hashed
def open_note(note, keys):  # 7.2: origin, size and root, if one of the keys of that name signed them; None if there is no such key
    text, _, lines = note.rpartition("\n\n"); origin, size, root, *more = text.split("\n")
    need(lines.endswith("\n") and re.fullmatch("0|[1-9][0-9]{0,15}", size) and origin and "" not in more and not re.search(r"[\0-\t\x0b-\x1f]", text))
    pairs = [re.fullmatch(r"— ([^ ]+) ([A-Za-z0-9+/=]+)", line).groups() for line in lines[:-1].split("\n")]; signatures = {(name, b64(value)[:4]): b64(value)[4:] for name, value in pairs}
    def signed(jwk): Key(jwk).verify(f"{text}\n".encode(), signatures[origin, sha(origin.encode() + b"\n\1" + b64url(jwk["x"]))[:4]])
    known = first([jwk for name, jwk in keys if name in (origin, None)], signed)
    need(len(signatures) == len(pairs) and known is not False); return (origin, int(size), b64(root)) if known else None
def stamped(token, note, roots):  # 7.6: genTime; None if no root of the list signed it
    path, names = file(b64(token)), openssl("pkcs7", "-inform", "DER", "-print_certs", data=b64(token)).stdout.decode()
    at = moment(re.search("Time stamp: (.*)", openssl("ts", "-reply", "-token_in", "-in", path, "-text").stdout.decode())[1])
    done = openssl("ts", "-verify", "-data", file(note.encode()), "-in", path, "-token_in", "-CAfile", roots, "-attime", str(int(instant(at).timestamp())))
    if re.search(b"unable to get (local )?issuer|self.signed", done.stderr): return None
    need(done.returncode == 0 and len(set(re.findall("subject=(.*)", names)) - set(re.findall("issuer=(.*)", names))) == 1)
    return at
# 9. Facts
def judge(bundle, trust):
    flaws, facts, revoked, held, read = [], [], [], [], {}
    for member, typ in [("header", "header"), *LISTS.items()]:
        read[member] = []
        for text in [bundle[member]] if member == "header" else bundle[member]:
            if not holds(lambda: read[member].append(Statement(text, "rogatory-" + typ))): flaws.append(member)
    if not read["header"]: return [("header-signed", "contradicted")]
    (header,), credentials, approvals, entries, evidence, receipts, revocations, _ = read.values()
    roots, stamps, sent = file("".join(trust["roots"]).encode()), file("".join(trust["timestampRoots"]).encode()), header.claims
    def say(fact, standing): facts.append((fact, {True: "proved", False: "contradicted", None: "unproved"}.get(standing, standing)))
    def holders(item, purpose, authority=None): return [one for one in entries if authority in (None, one.claims["authority"]) and (purpose, item.kid) in ((key["purpose"], key["kid"]) for key in one.claims["keys"])]
    def vouch(item, entry, purpose, at):
        need(entry_holds(roots, entry, max(at, entry.claims["validFrom"]))); signed_by_entry(item, entry, purpose, at)
    state = {one: first(holders(one, "evidence", one.claims["issuer"]), lambda entry: vouch(one, entry, "evidence", one.claims["time"])) for one in evidence}
    about = [one for one in evidence if one.claims["about"] == "package"]; telling = [one for one in about if one.claims["header"] == header.digest] or evidence
    relay = next((holders(one, "evidence", one.claims["issuer"])[0] for one in telling if state[one]), None); issuer = relay.claims["authority"] if relay else telling[0].claims["issuer"] if telling else None
    links = sorted((one for one in about if state[one]), key=lambda one: one.claims["sequence"])
    submitted = next((one.claims["submitted"] for one in links if one.claims["header"] == header.digest and one.claims["sequence"] == 0), None); at = submitted or sent["created"]
    def events(code, whom): return sorted((one for one in about if (one.claims["header"], one.claims["code"], one.claims["recipient"]) == (header.digest, code, whom)), key=lambda one: not state[one])
    def parts_of(claims): return [one["part"] for one in claims["parts"]]
    def event(fact, code, whom, subject=None):
        found = events(code, whom); say(fact, None if not found else "claimed" if state[found[0]] is None else state[found[0]] and subject in (None, found[0].claims["subject"]))
    def told_of(code, item): return min((one.claims["time"] for one in evidence if state[one] and (one.claims["issuer"], one.claims["code"], one.claims["subject"]) == (issuer, code, item.digest)), default="")
    kept = [(one.claims["version"], one.claims, told_of("X.1", one)) for one in entries if one.claims["kind"] == "authority" and entry_holds(roots, one, beginning(one))]
    def begun(authority, when): return [one for one in kept if one[1]["authority"] == authority and one[1]["validFrom"] <= when]
    def vouches(claims, kid, when): return in_force(claims, when) and any((key["purpose"], key["kid"]) == ("credentials", kid) and in_force(key, when, "notBefore", "notAfter") for key in claims["keys"])
    def withdrawn(credential, when):  # When the relay was told of the versions after the last that vouched by the key
        some = begun(credential.claims["authority"], when); last = max((number for number, claims, _ in some if vouches(claims, credential.kid, when)), default=0)
        return [told for number, _, told in some if number > last]
    for item in revocations:
        if first(holders(item, "credentials", item.claims["authority"]), lambda entry: vouch(item, entry, "credentials", item.claims["declared"])):
            revoked.append((item.claims["authority"], item.claims["kid"], item.claims["since"], told_of("X.3", item)))
        else: flaws.append("revocation")
    def stand(credential, observed):
        own = [(since, told) for authority, kid, since, told in revoked if (authority, kid) == (credential.claims["authority"], credential.claims["kid"])]
        reaching = [told for since, told in own if since <= observed] + withdrawn(credential, observed) if observed else []
        return say("key-not-revoked", (False if own else "claimed") if not observed else False if any(told <= observed for told in reaching) else "claimed" if reaching else True) or facts[-1][1]
    def officer(item, entry, when, roles):  # The credential by which an officer of the entry's authority signed; False if none holds, None if there is none
        def signed(credential):
            judge_credential(credential, entry, when); need(roles & set(credential.claims["roles"])) or item.by(Key(credential.claims["key"]))
        offered = [one for one in credentials if one.claims["kid"] == item.kid]; return next((one for one in offered if holds(signed, one)), False if offered else None)
    def signer(item, when, roles, authority):  # The credential by which an officer of that authority, if any is named, signed; or as above
        offered = [one for one in credentials if one.claims["kid"] == item.kid and authority in (None, one.claims["authority"])]
        pairs = [entry for one in offered for entry in holders(one, "credentials", one.claims["authority"])]
        return next(filter(None, (officer(item, entry, when, roles) for entry in pairs if entry_holds(roots, entry, when))), False if pairs else None)
    def party(fact, authority, wanted):
        entry = next((one for one in entries if one.digest == wanted), None); good = entry and (entry.claims["authority"], entry.claims["kind"]) == (authority, "authority") and entry_holds(roots, entry, at)
        return say(fact, good) or (entry if good else None)
    sender = party("sender-identified", sent["sender"], sent["senderEntry"]); drafter = officer(header, sender, at, CORRESPONDENTS) if sender else None
    sure = say("header-signed", stand(drafter, submitted) if drafter else drafter) or facts[-1][1] == "proved"
    known = [(number, claims["policy"]["approvals"]) for number, claims, told in begun(sent["sender"], at) if told <= at]
    demanded = max([sender.claims["policy"]["approvals"]] + [many for number, many in known if number == max(known)[0]]) if drafter else 0
    if drafter and (demanded or approvals):
        acts = [officer(one, sender, at, APPROVERS) for one in approvals]; mine = all((one.claims["header"], one.claims["package"], one.claims["authority"]) == (header.digest, sent["package"], sent["sender"]) for one in approvals)
        good = mine and all(acts) and all(len({one.claims[name] for one in [drafter, *acts]}) == 1 + len(acts) for name in ("officer", "kid"))
        enough = len(acts) >= demanded; were = [stand(one, submitted) for one in acts] if good and enough else []
        say("approvals-given", good and enough and "contradicted" not in were and ("claimed" if "claimed" in were else True) if enough or None in acts else None)
    rejected = bool(events("A.2", None)); event("rejected" if rejected else "submission-accepted", "A.2" if rejected else "A.1", None); outcomes, ours = [state[one] for one in telling], [state[one] for one in about]
    say("relay-identified", True if True in outcomes else False if False in outcomes else None)
    say("evidence-chain-unbroken", False if False in ours else None if None in ours or not about else holds(judge_chain, links, header))
    told = bundle.get("disclosure"); tied = told and hmac.new(b64url(told["salt"]), bytes.fromhex(told["manifestDigest"]), "sha256").hexdigest() == sent["manifest"]
    for whom, wanted in [] if rejected else [(one["authority"], one["entry"]) for one in sent["recipients"]]:
        party("recipient-identified", whom, wanted); over = any(events(code, whom) for code in ("C.3", "C.4", "C.5"))
        for fact, code in (("available", "D.1"), ("notified", "D.3"), ("handed-over", "E.1"), ("undelivered", "D.2"), ("undelivered", "D.4"), ("undelivered", "E.2"), ("expired", "C.5")):
            if events(code, whom) or code in ("D.1", "D.3", "E.1") and not over: event(fact, code, whom)
        theirs = [one for one in receipts if one.claims["recipient"] == whom]
        for item in theirs:
            fact, code = ("receipt-accepted", "C.3") if item.claims["outcome"] == "accepted" else ("rejected", "C.4")
            observed = next((one.claims["time"] for one in events(code, whom) if state[one] and one.claims["subject"] == item.digest), None)
            mine = (item.claims["header"], item.claims["package"]) == (header.digest, sent["package"]) and parts_of(item.claims) == parts_of(sent)
            by = signer(item, observed or item.claims["declared"], CORRESPONDENTS, whom); good = by and mine
            say("receipt-signed", stand(by, observed) if good else good)
            if good is not False and facts[-1][1] != "contradicted": held.append(item)
            if good: say("receipt-matches-header", (tied and item.claims["manifest"] == told["manifestDigest"] and (sure or "claimed")) if told else "claimed")
            event(fact, code, whom, item.digest)
        if not theirs and not events("C.5", whom): say("receipt-signed", None) or event(*(("rejected", "C.4") if events("C.4", whom) else ("receipt-accepted", "C.3")), whom)
    if told and not tied: say("manifest-matches-header", False)
    stated = []
    for bundled in bundle.get("translations", []):  # 5.8 to 5.10 and 6.6, all but which step may follow which
        acts, texts = [], [(bundled["handoff"], "handoff"), *((one, "handoff-act") for one in bundled["acts"]), *((one, "translation") for one in [bundled.get("certified")] if one)]
        if not all([holds(lambda: acts.append(Statement(text, "rogatory-" + typ))) for text, typ in texts]): flaws.append("translation"); continue
        chain = sorted((one for one in evidence if one.claims["about"] == "handoff" and one.claims["assignment"] == acts[0].digest), key=lambda one: one.claims["sequence"])
        spoken, its, good, last = [one for one in chain if state[one] and one.claims["issuer"] == issuer], acts[0].claims, {}, {}
        seen, translators = {one.claims["subject"]: one.claims["time"] for one in reversed(spoken) if one.claims["code"] != "R.1"}, [one["translator"] for one in its["turns"]]
        reviewer = its["reviewer"]["linguist"] if its["reviewer"] else its; whose = {"rogatory-handoff": its, "recall": its, "review": reviewer, "countersign": reviewer}
        for one in acts:
            act, when = one.claims.get("act", one.header["typ"]), seen.get(one.digest)
            roles = CORRESPONDENTS if act in ("rogatory-handoff", "recall") else {"translator"} | (CORRESPONDENTS if act in ("review", "countersign") else set())
            theirs = whose.get(act) or next((to for n, to in enumerate(translators) if (to["kid"] == one.kid if act == "rogatory-translation" else n == one.claims["turn"])), {})
            good[one] = by = signer(one, when or one.claims["declared"], roles, theirs.get("authority"))
            if by: last[by.claims["authority"], one.kid] = max(last.get((by.claims["authority"], one.kid), ("",)), (when or "~", by), key=lambda pair: pair[0])
            word = by and one.claims.get("assignment") == acts[0].digest and (stand(by, when), facts.pop())[0]
        def follows(n, one): return (one.claims["code"] == "R.1" or one.claims["subject"] in shown) and [one.claims[name] for name in NAMED] == [n, spoken[n - 1].digest if n else None, its["handoff"], its["authority"], issuer]
        shown = [None, *(one.digest for one in acts if good[one])]; sound = [one.claims["subject"] for _, one in itertools.takewhile(lambda pair: follows(*pair), enumerate(spoken)) if one.claims["code"] != "R.1"]
        if "certified" in bundled: say("translation-certified", "claimed" if word == "proved" and one.digest not in sound else word)
        for when, by in last.values(): stand(by, None if when == "~" else when)
        linked = all([one.claims[name] for name in NAMED] == [n, chain[n - 1].digest if n else None, its["handoff"], its["authority"], chain[0].claims["issuer"]] for n, one in enumerate(chain))
        whole = linked and {one.digest for one in acts} == {one.claims["subject"] for one in chain if one.claims["code"] != "R.1" and one.claims["issuer"] == issuer} - {None}
        bad, known = False in (found := [*good.values(), *map(state.get, chain)]) or None not in found and not linked, None not in found and whole
        say("custody-unbroken", False if bad else bool(chain) and known or None); stated += acts
    log, opened, vkeys = bundle["log"], [], [(one.split("+", 2)[0], b64(one.split("+", 2)[2])) for one in trust.get("logs", [])]
    keys = [(name, {"kty": "OKP", "crv": "Ed25519", "x": to_url(key[1:])}) for name, key in vkeys if key[0] == 1]
    def logs_of(entry): return [key["jwk"] for key in entry.claims["keys"] if key["purpose"] == "checkpoints"]
    versions = [one for one in entries if relay and (one.claims["kind"], one.claims["authority"]) == ("relay", relay.claims["authority"]) and entry_holds(roots, one, beginning(one))]
    names = {name for name, key in keys if key in [jwk for one in versions for jwk in logs_of(one)]} if keys else {None}; keys += [(name, jwk) for name in names for jwk in logs_of(relay)] if relay else []
    signed = log and holds(lambda: opened.append(open_note(log["checkpoint"], keys))); say("checkpoint-signed", signed and opened[0] and True if log and signed else False if log else None)
    opened = [one for one in opened if one]; _, size, root = opened[0] if opened else (None, 0, b"")
    texts = {one.digest: one.text for pieces in [*read.values(), stated] for one in pieces}
    def placed(leaf):
        hashed = sha(b"\0" + texts[leaf["digest"]].encode()); need(0 <= leaf["index"] < size and root_of(leaf["index"], size - 1, hashed, [b64(one) for one in leaf["path"]]) == root)
    true = opened and all([holds(placed, leaf) for leaf in log["leaves"]]); logged = {leaf["digest"] for leaf in log["leaves"]} if true else set()
    say("logged", False if opened and not true else True if (required := [one for one in evidence if one.claims["about"] != "directory"] + receipts + stated) and logged.issuperset(one.digest for one in required) else None)
    times, newest = [], max((one.claims["time"] for one in evidence if state[one] and one.digest in logged), default="")
    good = all(holds(lambda: times.append(stamped(token, log["checkpoint"] if log else "", stamps))) for token in bundle["timestamps"])
    late = any(times) and newest and (instant(newest) - instant(min(filter(None, times)))).total_seconds() > 60; say("time-stamped", None if not log else False if not good or late else any(times) or None)
    for bundled in bundle.get("absences", []):  # 6.4
        made, of = [], []
        if not holds(lambda: made.append(Statement(bundled["statement"], "rogatory-absence"))): flaws.append("absence"); continue
        claims, to = made[0].claims, made[0].claims["recipient"]
        def ours():
            of.append(open_note(claims["checkpoint"], keys))
            need((claims["header"], claims["package"], claims["sender"]) == (header.digest, sent["package"], sent["sender"]) and to in [one["authority"] for one in sent["recipients"]])
            need(all(one["index"] < of[0][1] for one in claims["evidence"]) and (not opened or of[0][0] == opened[0][0])) or [stamped(token, claims["checkpoint"], stamps) for token in bundled["timestamps"]]
        known = first(holders(made[0], "evidence", claims["issuer"]), lambda entry: vouch(made[0], entry, "evidence", claims["time"]))
        truth = known and holds(ours); say("absence-stated", None if of == [None] else truth)
        against = {one.digest for one in held + [one for one in about if state[one]] if (one.claims["recipient"], one.claims["header"]) == (to, header.digest)}
        told = [leaf["digest"] for leaf in (log["leaves"] if true else []) if leaf["index"] < of[0][1] and (leaf["digest"], leaf["index"]) not in [(one["digest"], one["index"]) for one in claims["evidence"]]] if any(of) else []
        if facts[-1][1] == "proved": say("receipt-absent", False if against.intersection(told) else "claimed")
    def vouched(item, entry):
        need(entry_holds(roots, entry, beginning(entry))); judge_credential(item, entry, max(item.claims["validFrom"], *(key["notBefore"] for key in entry.claims["keys"] if key["kid"] == item.kid)))
    whole = [holds(lambda: need(entry_holds(roots, one, beginning(one)))) for one in entries] + [state[one] is not False for one in evidence]
    whole += [first(holders(one, "credentials"), lambda entry: vouched(one, entry)) for one in credentials]
    whole += [one.claims["recipient"] in [to["authority"] for to in sent["recipients"]] for one in receipts] + [one.claims["header"] == header.digest for one in about]
    whole += [one.claims["assignment"] in [act.digest for act in stated] for one in evidence + stated if "assignment" in one.claims]
    whole += [(one.digest == two.digest if a["version"] == b["version"] else b["supersedes"] == one.digest) for one in entries for two in entries for a, b in [(one.claims, two.claims)]
              if (a["authority"], a["kind"]) == (b["authority"], b["kind"]) and b["version"] - a["version"] in (0, 1)]
    say("bundle-coherent", not flaws and all(whole) and bool(log or not bundle["timestamps"] and "consistency" not in bundle))
    return facts
def main(trust_path, bundle_path):
    trust, bundle = strict_json(open(trust_path, "rb").read(), 8 << 20, 3), {}
    def read():
        bundle.update(strict_json(open(bundle_path, "rb").read(), 8 << 20, 16))
        need(BUNDLE <= set(bundle) <= BUNDLE | MAY and [] not in map(bundle.get, MAY) and bundle["format"] == "rogatory-proof")
        need(bundle["version"] == (4 if "translations" in bundle else 3 if "ocspResponses" in bundle else 2 if "absences" in bundle else 1))
        need(all(isinstance(one, str) and bundle[name].count(one) == 1 for name in [*LISTS, "timestamps"] for one in bundle[name]))
        need(all(len(b64(one)) == 32 for leaf in (bundle["log"] or {"leaves": []})["leaves"] for one in leaf["path"]))
        if "disclosure" in bundle: need(re.fullmatch(KID, bundle["disclosure"]["salt"]) and re.fullmatch("[0-9a-f]{64}", bundle["disclosure"]["manifestDigest"]))
    facts = judge(bundle, trust) if holds(read) else [("refused", "refused")]
    verdict = next((one for one in ("refused", "contradicted", "unproved", "claimed") if one in dict(map(reversed, facts))), "proved")
    print(json.dumps({"verdict": {"unproved": "incomplete", "claimed": "incomplete"}.get(verdict, verdict), "facts": facts}))
if __name__ == "__main__": [main(*pair) for pair in zip(sys.argv[1::2], sys.argv[2::2])]
