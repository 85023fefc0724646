package org.ranklens.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ranklens.NativeOpenCv;
import org.ranklens.phantom.Phantom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    mixinStandardHelpOptions = true,
    description = {
      "Writes a synthetic case with its truth: the self-test of an installation.",
      "Run it with 'ranklens run DIR/case.csv --out RESULTS'."
    })
final class PhantomCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Parameters(paramLabel = "DIR", description = "The case's folder; it is made if missing.")
  private Path folder;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Another seed is another case; the same one the same bytes (default: 1).")
  private long seed = 1;

  @Override
  public Integer call() throws IOException {
    common.listen();
    NativeOpenCv.load();
    System.out.println(Phantom.writeCase(folder, seed));
    return ExitCode.DONE;
  }
}
