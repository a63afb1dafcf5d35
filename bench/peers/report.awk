# Tables of bench/peers.sh: awk -f report.awk pairs.txt FIGURES. A line of figures is `peer who figure round bytes seconds tokens`.
function median(list, count, sorted, i, j, x) {
    for (i = 1; i <= count; i++) {
        x = list[i]
        for (j = i - 1; j >= 1 && sorted[j] > x; j--) sorted[j + 1] = sorted[j]
        sorted[j + 1] = x
    }
    return count % 2 ? sorted[(count + 1) / 2] : (sorted[count / 2] + sorted[count / 2 + 1]) / 2
}
function best(list, count, most, i) {
    for (i = 1; i <= count; i++) if (list[i] > most) most = list[i]
    return most
}
# The speeds of all turns of one figure, in `speeds`; returns how many.
function turns(key, table, speeds, i) {
    for (i = 1; i <= rounds; i++) speeds[i] = table[key, i]
    return rounds
}

FNR == NR {
    if ($1 !~ /^#/) pair[++pairs] = $0
    next
}
{
    key = $1 " " $2 " " $3
    if (!(key in seen)) order[++keys] = key
    seen[key] = 1
    bytes[key, $4] = $5 / $6
    tokens[key, $4] = $7 / $6
    if ($4 > rounds) rounds = $4
}
END {
    print "| turn | figure | tokens/s, best | median | MB/s, best | median |"
    print "| --- | --- | --- | --- | --- | --- |"
    for (k = 1; k <= keys; k++) {
        split(order[k], part, " ")
        n = turns(order[k], tokens, t)
        turns(order[k], bytes, b)
        printf "| %s | %s `%s` | %d | %d | %.3f | %.3f |\n", part[1], part[2], part[3], best(t, n), median(t, n), best(b, n) / 1e6, median(b, n) / 1e6
    }
    print "\n| ours | peer | ratio by bytes, median | of the best | by own tokens, median | bar, aim |"
    print "| --- | --- | --- | --- | --- | --- |"
    for (p = 1; p <= pairs; p++) {
        split(pair[p], part, "\t")
        mine = part[2] " ours " part[1]
        theirs = part[2] " " part[2] " " part[3]
        if (!(theirs in seen)) continue
        for (i = 1; i <= rounds; i++) {
            r[i] = bytes[mine, i] / bytes[theirs, i]
            q[i] = tokens[mine, i] / tokens[theirs, i]
        }
        turns(mine, bytes, a)
        turns(theirs, bytes, b)
        bar = part[4] == "-" ? "" : "≥ " part[4] ", " part[5]
        printf "| `%s` | %s `%s` | %.2f | %.2f | %.2f | %s |\n", part[1], part[2], part[3], median(r, rounds), best(a, rounds) / best(b, rounds), median(q, rounds), bar
    }
}
