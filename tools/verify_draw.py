#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Controleert een lotingsbewijs van Proeftuin. Nodig: Python 3.8 of nieuwer, verder niets.

  python3 verify_draw.py bewijs.json
  python3 verify_draw.py bewijs.json --vastlegging gepubliceerd.json --waarde "drand:..."

De eerste vorm controleert het rekenwerk. De tweede vergelijkt ook met de vastlegging en de openbare
waarde die u ZELF hebt opgehaald: pas dan weet u dat dit de aangekondigde loting is.
De digitale ondertekening rekent dit programma niet na; dat doet 'proeftuin verify'."""
import argparse, hashlib, hmac, json, re, sys
from datetime import datetime, timedelta

TOKEN = re.compile(r"[A-Za-z0-9._-]{1,64}")
HEX64 = re.compile(r"[0-9a-f]{64}")
DRAND = {"52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971": (1692803367, 3),
         "8990e7a9aaed2ffed73dbd7092123d6f289930540d7651336225dc172e51b2ce": (1595431050, 30)}


class Fault(Exception):
    """(waar, wat) van het eerste dat niet klopt."""


def sha(data):
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()


def mac(key, text):
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def canonical(value):
    """De ene schrijfwijze (RFC 8785, alleen gehele getallen)."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def keys(value, names, where):
    if not isinstance(value, dict) or set(value) != set(names.split()):
        raise Fault(where, "de velden moeten precies zijn: " + names)


def fits(template, value):
    """Is de waarde letterlijk het sjabloon met de open plek ingevuld?"""
    found = re.fullmatch(r"([^<]*)<(?:(\d+) hex|(\d+) x (\d+)-(\d+)( oplopend)?)>([^<]*)", template)
    if not found:
        return False
    before, digits, count, low, high, ascending, after = found.groups()
    if not value.startswith(before) or not value.endswith(after) or len(value) < len(before + after):
        return False
    middle = value[len(before):len(value) - len(after)]
    if digits:
        return re.fullmatch("[0-9a-f]{%s}" % digits, middle) is not None
    numbers = middle.split(",")
    return (len(numbers) == int(count)
            and all(re.fullmatch("[0-9]{%d}" % len(low), n) and low <= n <= high for n in numbers)
            and (not ascending or all(a < b for a, b in zip(numbers, numbers[1:]))))


def moment(text):
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ")


def secret_of(receipt):
    """Elk geheim hoort bij zijn toezegging; samen zijn zij het geheim van de loting."""
    holders, secrets = receipt["committed"]["holders"], receipt["secrets"]
    if len(holders) != len(secrets):
        raise Fault("secrets", "er zijn niet evenveel geheimen als houders")
    for holder, secret in zip(holders, secrets):
        if not HEX64.fullmatch(secret) or sha(b"proeftuin-commit-v1\0" + bytes.fromhex(secret)) != holder["commitment"]:
            raise Fault("secrets", "het geheim van %s hoort niet bij de toezegging" % holder["holder"])
    if not secrets or len(set(secrets)) != len(secrets):
        raise Fault("secrets", "twee geheimen zijn gelijk, of er is er geen")
    joined = bytes.fromhex("".join(secrets))
    return joined if len(secrets) == 1 else hashlib.sha256(b"proeftuin-secret-v1\0" + joined).digest()


def assign(plan, rows, order, key):
    """De plaatsen: order is de lijst van regelnummers van het laagste naar het hoogste lot."""
    sample, assignment = plan["sample"], plan["assignment"]
    sampled, arms = list(order), ["-"] * len(rows)
    if sample["kind"] == "overall":
        sampled = sampled[:sample["size"]]
    elif sample["kind"] == "per_stratum":
        left = {s["stratum"]: s["size"] for s in sample["sizes"]}
        sampled = []
        for i in order:
            left[rows[i]["stratum"]] -= 1
            if left[rows[i]["stratum"]] >= 0:
                sampled.append(i)
        if any(n > 0 for n in left.values()):
            raise Fault("plan", "het lotingsplan past niet op de regels")

    def fill(units, sizes):
        if sum(size for _, size in sizes) != len(units) or min(size for _, size in sizes) < 0:
            raise Fault("plan", "het lotingsplan past niet op de regels")
        for i, arm in zip(units, [arm for arm, size in sizes for _ in range(size)]):
            arms[i] = arm

    if assignment["kind"] == "complete":
        fill(sampled, [(a["arm"], a["size"]) for a in assignment["arms"]])
    elif assignment["kind"] == "lottery":
        fill(sampled, [("toegelaten", assignment["places"]), ("wachtlijst", len(sampled) - assignment["places"])])
    else:  # weighted: per stratum; wat overblijft gaat naar de vakjes met de laagste sleutels
        total = sum(a["weight"] for a in assignment["arms"])
        for stratum in plan["strata"]:
            units = [i for i in sampled if rows[i]["stratum"] == stratum]
            sizes = {a["arm"]: a["weight"] * (len(units) // total) for a in assignment["arms"]}
            slots = [(mac(key, "arm|%s|%s" % (stratum, a["arm"]) + ("|%d" % n if n > 1 else "")), position, a["arm"])
                     for position, a in enumerate(assignment["arms"]) for n in range(1, a["weight"] + 1)]
            for _, _, arm in sorted(slots)[:len(units) % total]:
                sizes[arm] += 1
            fill(units, list(sizes.items()))
    return arms


def merkle(leaves):
    level = [hashlib.sha256(b"\0" + leaf.encode()).digest() for leaf in leaves]
    while len(level) > 1:
        level = [hashlib.sha256(b"\1" + level[i] + level[i + 1]).digest() if i + 1 < len(level) else level[i]
                 for i in range(0, len(level), 2)]
    return level[0].hex()


def check_content(receipt):
    """Rekent alles na en geeft assignment_sha256; het eerste dat niet klopt is een Fault."""
    record, rows, plan = receipt["committed"], receipt["rows"], receipt["committed"]["plan"]
    keys(record, "analysis_plan_sha256 attempt draw_id entropy holders identity_root manifest_sha256 members_sha256"
                 " number plan plan_sha256 previous_sha256 strata version", "committed")
    if record["version"] != "proeftuin-committed-v1" or receipt["algorithm"] != "proeftuin-draw-v1":
        raise Fault("version", "onbekende versie")
    attempt = re.search(r"-a([0-9]+)$", plan["draw_id"])
    if record["draw_id"] != plan["draw_id"] or record["attempt"] != (int(attempt.group(1)) if attempt else 1):
        raise Fault("draw_id", "hoort niet bij het plan")
    if sha(canonical(plan)) != record["plan_sha256"]:
        raise Fault("plan_sha256", "hoort niet bij het plan")
    if sha(canonical(record)) != receipt["committed_sha256"]:
        raise Fault("committed_sha256", "hoort niet bij de vastlegging in dit bewijs")
    secret = secret_of(receipt)
    if not fits(record["entropy"]["template"], receipt["entropy"]):
        raise Fault("entropy", "de openbare waarde past niet op het vastgelegde sjabloon")

    def row(i, what):
        return Fault("regel %d (pseudoniem %s)" % (i + 1, rows[i]["pseudonym"]), what)

    for i, r in enumerate(rows):
        keys(r, "arm pseudonym rank stratum ticket", "rows")
        if i and rows[i - 1]["pseudonym"] >= r["pseudonym"]:
            raise row(i, "staat dubbel of niet op volgorde van pseudoniem")
    if (not rows or not all(TOKEN.fullmatch(r["pseudonym"]) and TOKEN.fullmatch(r["stratum"]) for r in rows)
            or len({r["pseudonym"].lower() for r in rows}) != len(rows)):
        raise Fault("rows", "er is geen regel, of een pseudoniem of stratum is niet goed geschreven of dubbel")
    key = hmac.new(secret, "|".join(["proeftuin-draw-v1", plan["draw_id"], record["manifest_sha256"],
                                     receipt["entropy"]]).encode(), hashlib.sha256).digest()
    tickets = [mac(key, "ticket|%s|%s" % (r["stratum"], r["pseudonym"])) for r in rows]
    for i, r in enumerate(rows):
        if r["ticket"] != tickets[i]:
            raise row(i, "het lot klopt niet bij dit pseudoniem en dit stratum")
    counts = {s: 0 for s in plan["strata"]}
    for r in rows:
        counts[r["stratum"]] = counts.get(r["stratum"], 0) + 1
    if [{"n": counts[s], "stratum": s} for s in plan["strata"]] != record["strata"] or len(counts) != len(plan["strata"]):
        missing = min(set(range(1, len(rows) + 2)) - {r["rank"] for r in rows})
        raise Fault("rows", "de vastlegging noemt andere aantallen per stratum; rang %d ontbreekt" % missing)
    order = sorted(range(len(rows)), key=lambda i: (tickets[i], rows[i]["pseudonym"]))
    arms, ranks = assign(plan, rows, order, key), {i: rank + 1 for rank, i in enumerate(order)}
    for i, r in enumerate(rows):
        if r["rank"] != ranks[i]:
            raise row(i, "rang %s moet %d zijn" % (r["rank"], ranks[i]))
        if r["arm"] != arms[i]:
            raise row(i, "groep '%s' moet '%s' zijn" % (r["arm"], arms[i]))
    if sha("".join("%s;%s\n" % (r["pseudonym"], r["stratum"]) for r in rows)) != record["manifest_sha256"]:
        raise Fault("manifest_sha256", "de lijst is niet de vastgelegde lijst")
    names = ([a["arm"] for a in plan["assignment"]["arms"]] if "arms" in plan["assignment"] else ["toegelaten", "wachtlijst"])
    names += ["-"] if plan["sample"]["kind"] != "all" else []
    sizes = [{"arm": arm, "n": 0, "stratum": s} for s in plan["strata"] for arm in names]
    cell = {(c["stratum"], c["arm"]): c for c in sizes}
    for i, r in enumerate(rows):
        cell[r["stratum"], arms[i]]["n"] += 1
    digest = sha("".join("%s;%s\n" % (r["pseudonym"], arms[i]) for i, r in enumerate(rows)))
    if sizes != receipt["sizes"]:
        raise Fault("sizes", "de aantallen per stratum en groep kloppen niet")
    if digest != receipt["assignment_sha256"]:
        raise Fault("assignment_sha256", "hoort niet bij de regels")
    if merkle("%s;%s;%s" % (r["pseudonym"], tickets[i], arms[i]) for i, r in enumerate(rows)) != receipt["merkle_root"]:
        raise Fault("merkle_root", "hoort niet bij de regels")
    return digest


def check_ceremony(receipt):
    """Op tijd gepubliceerd, en een openbare waarde die toen nog niet bestond."""
    chosen = moment(receipt["committed"]["entropy"]["moment"])
    for publication in receipt["publications"]:
        keys(publication, "at where", "publications")
    if not any(moment(p["at"]) + timedelta(hours=24) <= chosen for p in receipt["publications"]):
        raise Fault("publications", "de vastlegging is niet minstens 24 uur voor de openbare waarde gepubliceerd")
    drand = re.match(r"drand:([0-9a-f]{64}):round=(\d+);", receipt["entropy"])
    if drand and drand.group(1) in DRAND:
        genesis, period = DRAND[drand.group(1)]
        if datetime(1970, 1, 1) + timedelta(seconds=genesis + (int(drand.group(2)) - 1) * period) < chosen:
            raise Fault("entropy", "de drand-ronde bestond al voor het vastgelegde moment")


def read(text):
    """Leest het bewijs en eist de vaste schrijfwijze: zo kan er niets ongezien bij staan."""
    try:
        receipt = json.loads(text)
    except ValueError as error:
        raise Fault("bestand", "is geen JSON (%s)" % error)
    keys(receipt, "algorithm assignment_sha256 committed committed_sha256 entropy merkle_root program publications rows"
                  " secrets sizes" + (" signature" if "signature" in receipt else ""), "bestand")
    if canonical(receipt) != text:
        raise Fault("bestand", "is niet in de vaste schrijfwijze (RFC 8785)")
    return receipt


def verify(text, published=None, value=None):
    receipt = read(text)
    try:
        digest = check_content(receipt)
        check_ceremony(receipt)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise Fault("bestand", "een veld ontbreekt of heeft de verkeerde vorm (%r)" % error)
    if published is not None and published.rstrip("\r\n") != canonical(receipt["committed"]):
        raise Fault("committed", "de gepubliceerde vastlegging is een andere dan die in het bewijs")
    if value is not None and value != receipt["entropy"]:
        raise Fault("entropy", "de openbare waarde in het bewijs is niet de waarde die u zelf hebt opgehaald")
    return digest


def text_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("bewijs")
    options.add_argument("--vastlegging", help="bestand met de vastlegging zoals u die zelf hebt opgehaald")
    options.add_argument("--waarde", help="de openbare waarde zoals u die zelf hebt opgehaald")
    options.add_argument("--reeks", action="store_true", help="één bewijs per regel")
    chosen = options.parse_args()
    try:
        if chosen.reeks:
            for line in text_of(chosen.bewijs).splitlines():
                try:
                    print(verify(line))
                except Fault as fault:
                    print("%s: %s" % fault.args)
            return 0
        published = text_of(chosen.vastlegging) if chosen.vastlegging else None
        digest = verify(text_of(chosen.bewijs), published, chosen.waarde)
    except Fault as fault:
        print("Het bewijs klopt niet. %s: %s." % fault.args)
        return 1
    except (OSError, UnicodeDecodeError) as error:
        print("Het bestand kan niet worden gelezen: %s" % error)
        return 2
    print("assignment_sha256: " + digest)
    print("Nagerekend en geverifieerd." if published is not None and chosen.waarde is not None else
          "Alleen het rekenwerk klopt: geef ook --vastlegging en --waarde.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
