#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Reken een loting van Proeftuin na:  python3 recompute_draw.py bewijs.json
Alles wordt opnieuw berekend uit de inhoud; geen enkele hash in het bewijs wordt zomaar geloofd. Uitkomst 0: de som klopt,
1: er klopt iets niet, 2: het bestand is niet te lezen. Niet nagerekend: de handtekening en wie achter een pseudoniem zit."""
import hashlib, hmac, json, re, sys
from collections import Counter
VELDEN = ("algorithm assignment_sha256 committed committed_sha256 entropy merkle_root program publications rows secrets signature sizes",
    "version number draw_id attempt plan plan_sha256 manifest_sha256 members_sha256 identity_root strata holders entropy analysis_plan_sha256 previous_sha256")
class Fout(Exception): pass  # er klopt iets niet; de tekst zegt wat
def eis(klopt, zin):
    if not klopt: raise Fout(zin)
def gelijk(wat, staat_er, berekend):
    eis(canon(staat_er) == canon(berekend), f"{wat} klopt niet: er staat {staat_er!a}, maar berekend is {berekend!a}.")
def sha(*delen): return hashlib.sha256(b"".join(delen)).digest()
def mac(sleutel, tekst): return hmac.new(sleutel, tekst.encode(), hashlib.sha256).digest()
def canon(x): return json.dumps(x, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
def is_token(x): return bool(re.fullmatch(r"[A-Za-z0-9._-]{1,64}", x))
def geen_breuk(getal): raise ValueError(getal)
def geen_dubbele(paren):  # een veld dat twee keer voorkomt, kan twee programma's verschillend laten rekenen
    eis(len(dict(paren)) == len(paren), "Een veld staat twee keer in hetzelfde deel van het bestand.")
    return dict(paren)
def past(waarde, sjabloon):  # <20 x 1-6>: 20 cijfers met komma's ertussen; <64 hex>: 64 hex-tekens; ander gat: losse tekst
    def stuk(m):
        if m[1]: return f"[{m[2]}-{m[3]}](,[{m[2]}-{m[3]}]){{{int(m[1]) - 1}}}"
        return f"[0-9a-f]{{{m[4]}}}" if m[4] else re.escape(m[0]) if len(m[0]) == 1 else r"(?!0\d)[^\s|;:]+" if "zero" in m[0] else r"[^\s|;:]+"
    return bool(re.fullmatch(re.sub(r"<(\d+) x (\d)-(\d)>|<(\d+) hex>|<[^<>]+>|.", stuk, sjabloon, flags=re.S), waarde))
def steekproef(s, strata, volgorde, stratum):  # geeft wie meedoet, op volgorde van lot
    soort = s["kind"].replace("_", "-")
    eis(soort in ("all", "overall", "per-stratum"), f"De soort steekproef {soort!a} ken ik niet.")
    if soort != "per-stratum": groepen = [(volgorde, s["size"] if soort == "overall" else len(volgorde))]
    else:  # een lijst met een aantal per stratum, of overal hetzelfde aantal
        k = {x["stratum"]: x["size"] for x in s["sizes"]} if "sizes" in s else dict.fromkeys(strata, s["size"])
        eis(set(k) == set(strata), "De steekproef noemt andere strata dan het plan.")
        groepen = [([i for i in volgorde if stratum[i] == st], k[st]) for st in strata]
    eis(all(type(k) is int and 0 <= k <= len(g) for g, k in groepen), "De grootte van de steekproef kan niet.")
    mee = {i for g, k in groepen for i in g[:k]}
    return [i for i in volgorde if i in mee]
def indeling(a, strata, sleutel, mee, stratum):  # elke arm krijgt het volgende stuk van de rij
    soort, arm_van = a["kind"], {}
    eis(soort in ("complete", "weighted", "lottery", "places"), f"De soort indeling {soort!a} ken ik niet.")
    if soort in ("lottery", "places"):
        k = min(a["places"] if "places" in a else a["size"], len(mee))
        armen = {"toegelaten": k, "wachtlijst": len(mee) - k}
    else: armen = {x["arm"]: x["size" if soort == "complete" else "weight"] for x in a["arms"]}
    eis(all(is_token(x) and x != "-" for x in armen) and len(armen) == len(a.get("arms", armen)), "De armen zijn dubbel of fout gespeld.")
    eis(all(type(n) is int and (soort == "weighted") <= n < 10**7 for n in armen.values()), "Een arm heeft geen geldig aantal of gewicht.")
    W = sum(armen.values())
    eis(soort == "weighted" or W == len(mee), "De aantallen per arm tellen niet op tot de steekproef.")
    for st in strata if soort == "weighted" else [None]:
        groep, aantal = [i for i in mee if st is None or stratum[i] == st], armen
        if soort == "weighted":  # wat na het delen overblijft, gaat naar de eerste slots
            slots = sorted((mac(sleutel, f"arm|{st}|{x}" + (f"|{j}" if j > 1 else "")), x) for x in armen for j in range(1, armen[x] + 1))
            rest = Counter(x for _, x in slots[:len(groep) % W])
            aantal = {x: w * (len(groep) // W) + rest[x] for x, w in armen.items()}
        arm_van.update(zip(groep, (x for x in armen for _ in range(aantal[x]))))
    return arm_van
def reken_na(b):
    c, rijen, plan = b["committed"], b["rows"], b["committed"]["plan"]
    for deel, velden in zip((b, c), VELDEN): [deel[veld] for veld in velden.split()]  # mist er een, dan volgt KeyError
    gelijk("committed_sha256", b["committed_sha256"], sha(canon(c)).hex())
    gelijk("plan_sha256", c["plan_sha256"], sha(canon(plan)).hex())
    gelijk("algorithm, version of draw_id", [b["algorithm"], c["version"], c["draw_id"]], ["proeftuin-draw-v1", "proeftuin-committed-v1", plan["draw_id"]])
    eis(all(map(is_token, {*plan["strata"], c["draw_id"]})), "De naam van de loting (draw_id) of van een stratum is fout gespeld.")
    eis(past(b["entropy"], c["entropy"]["template"]), "De publieke waarde (entropy) past niet op het vastgelegde sjabloon.")
    eis(all(re.fullmatch("[0-9a-f]{64}", s) for s in b["secrets"]), "Een geheim (secrets) is geen 32 bytes in kleine hex-letters.")
    geheimen = [bytes.fromhex(s) for s in b["secrets"]]
    eis(0 < len(geheimen) == len(c["holders"]) == len(set(geheimen)), "Het aantal geheimen klopt niet, of twee geheimen zijn gelijk.")
    for h, s in zip(c["holders"], geheimen): gelijk(f"Het geheim van {h['holder']!a}", h["commitment"], sha(b"proeftuin-commit-v1\0", s).hex())
    geheim = geheimen[0] if len(geheimen) == 1 else sha(b"proeftuin-secret-v1\0", *geheimen)
    sleutel = mac(geheim, f"proeftuin-draw-v1|{c['draw_id']}|{c['manifest_sha256']}|{b['entropy']}")
    naam, stratum = [r["pseudonym"] for r in rijen], [r["stratum"] for r in rijen]
    lot, klein = [mac(sleutel, f"ticket|{st}|{p}").hex() for p, st in zip(naam, stratum)], Counter(p.lower() for p in naam)
    for i, p in enumerate(naam):  # eerst elke regel op zichzelf: dan weten we welke regel fout is
        eis(is_token(p) and klein[p.lower()] == 1, f"Regel {i + 1} ({p!a}): het pseudoniem is fout gespeld of komt vaker voor.")
        eis(i == 0 or naam[i - 1] < p, f"Regel {i + 1} ({p!a}): de regel staat niet op volgorde van pseudoniem.")
        gelijk(f"Regel {i + 1} ({p!a}): ticket", rijen[i]["ticket"], lot[i])
    gelijk("manifest_sha256", c["manifest_sha256"], sha(*(f"{p};{st}\n".encode() for p, st in zip(naam, stratum))).hex())
    gelijk("strata", sorted([x["stratum"], x["n"]] for x in c["strata"]), sorted(map(list, {**dict.fromkeys(plan["strata"], 0), **Counter(stratum)}.items())))
    volgorde = sorted(range(len(rijen)), key=lambda i: (lot[i], naam[i]))
    mee, rang = steekproef(plan["sample"], plan["strata"], volgorde, stratum), {i: plek for plek, i in enumerate(volgorde, 1)}
    arm = {**dict.fromkeys(volgorde, "-"), **indeling(plan["assignment"], plan["strata"], sleutel, mee, stratum)}
    for i, r in enumerate(rijen):  # dan de plek en de arm; een veld te veel is ook fout
        for v, goed in ("rank", rang[i]), ("arm", arm[i]): gelijk(f"Regel {i + 1} ({naam[i]!a}): {v}", r[v], goed)
        eis(len(r) == 5, f"Regel {i + 1} ({naam[i]!a}): er staat een veld te veel.")
    telling = sorted([*vak, n] for vak, n in Counter((stratum[i], arm[i]) for i in arm).items())
    gelijk("sizes", sorted([x["stratum"], x["arm"], x["n"]] for x in b["sizes"] if x["n"] != 0), telling)
    laag = [sha(b"\0", f"{p};{lot[i]};{arm[i]}".encode()) for i, p in enumerate(naam)]
    while len(laag) > 1: laag = [sha(b"\1", *laag[i:i + 2]) if i + 1 < len(laag) else laag[i] for i in range(0, len(laag), 2)]
    uitkomst = sha(*(f"{p};{arm[i]}\n".encode() for i, p in enumerate(naam))).hex()
    gelijk("assignment_sha256", b["assignment_sha256"], uitkomst)
    gelijk("merkle_root", b["merkle_root"], laag[0].hex())
    print("assignment_sha256:", uitkomst)
    print(f"Alleen de som is nagerekend. Vergelijk zelf het gepubliceerde vastgelegde deel (sha256 {b['committed_sha256']})"
          f" en de publieke waarde ({b['entropy']!a}) met wat toen bekend is gemaakt.")
if __name__ == "__main__":
    try: reken_na(json.load(open(sys.argv[1], encoding="utf-8"), object_pairs_hook=geen_dubbele, parse_float=geen_breuk, parse_constant=geen_breuk))
    except Fout as fout: sys.exit(print(fout) or 1)
    except KeyError as veld: sys.exit(print(f"Het bestand mist een veld: {veld.args[0]!a}.") or 2)
    except Exception: sys.exit(print("Geef als argument een bewijs: dit bestand is er niet, is geen JSON of heeft een andere vorm.") or 2)
