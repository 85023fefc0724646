#!/usr/bin/env nextflow
/*
 * Ranklens on a cluster: checks a manifest, runs its items in shards, merges them into what one machine would write.
 *   nextflow run main.nf -profile slurm --input manifest.csv --outdir results
 * Slides and scans are read where they lie: the manifest's folder must be on a file system that every node sees.
 */
nextflow.enable.dsl = 2

import groovy.json.JsonSlurper

// Reads the manifest and the inputs' headers at every start: it says what each item is made from, so that a shard
// runs again under -resume where one of its inputs, the settings or Ranklens itself has changed, and else doesn't.
process CHECK {
    label 'process_single'
    cache false

    input:
    val manifest
    path settings

    output:
    path 'check.json'

    script:
    """
    ${launcher()} run '${manifest}' --check --json --quiet ${options(settings)} > check.json || { code=\$?; [ \$code -eq 1 ] || exit \$code; }
    """
}

process SHARD {
    tag "${index} of ${of}"
    label 'process_shard'

    input:
    tuple val(index), val(of), val(madeFrom)
    val manifest
    path settings

    output:
    path "shard-${index}-of-${of}"

    script:
    // 7/10 of the memory for the heap; the rest for OpenCV's images and the JVM itself. Items that failed (1) are rows.
    """
    export RANKLENS_OPTS="-Xmx${(task.memory.toMega() * 7).intdiv(10)}m \${RANKLENS_OPTS:-}"
    ${launcher()} run '${manifest}' --out shard-${index}-of-${of} --shard ${index}/${of} \\
        --threads ${task.cpus} --quiet ${options(settings)} || { code=\$?; [ \$code -eq 1 ] || exit \$code; }
    """
}

process MERGE {
    label 'process_single'
    publishDir params.outdir, mode: params.publish_dir_mode, saveAs: { it - 'merged/' }

    input:
    path shards

    output:
    path 'merged/*'

    script:
    """
    ${launcher()} merge ${shards} --out merged --quiet || { code=\$?; [ \$code -eq 1 ] || exit \$code; }
    """
}

def launcher() {
    def found = [params.ranklens, "${projectDir}/../../ranklens", "${projectDir}/../../../ranklens"].find { it && file(it).exists() }
    return found ? "'${file(found)}'" : 'ranklens'
}

def options(settings) {
    return [
        settings ? "--settings '${settings}'" : '',
        params.plugins ? "--plugins '${file(params.plugins)}'" : '',
        params.options ?: '',
    ].join(' ')
}

// Shard I of N holds the items I, I+N, I+2N ...; with no number asked for, each item is a shard.
def shardsOf(check) {
    def read = new JsonSlurper().parse(check.toFile())
    int of = params.shards ? params.shards as int : Math.max(1, read.items.size())
    return (1..of).collect { index ->
        def items = (0..<read.items.size()).findAll { it % of == index - 1 }.collect { read.items[it] }
        tuple(index, of, [read.version, items].toString())
    }
}

workflow {
    if (!params.input) {
        error "--input MANIFEST.csv is needed"
    }
    if (params.shards && !(params.shards.toString() ==~ /[1-9]\d{0,4}/)) {
        error "--shards must be a number from 1 to 99999, not '${params.shards}'"
    }
    manifest = file(params.input, checkIfExists: true).toAbsolutePath().toString()
    settings = params.settings ? file(params.settings, checkIfExists: true) : []

    CHECK(manifest, settings)
    SHARD(CHECK.out.flatMap { shardsOf(it) }, manifest, settings)
    MERGE(SHARD.out.collect(sort: { a, b -> a.name <=> b.name }))
}
