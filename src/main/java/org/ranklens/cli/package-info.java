/**
 * The command line: how is Ranklens called from a terminal or a scheduler?
 *
 * <p>One class per command; each builds the same settings records as every front end and calls the
 * engine. In: arguments. Out: files written by {@code study} and {@code report}, an exit code of
 * {@link org.ranklens.cli.ExitCode}. Reading order: {@link org.ranklens.cli.Main}, {@code
 * RunCommand}, the other commands, {@code Failures}, {@code ConsoleProgress}.
 */
package org.ranklens.cli;
