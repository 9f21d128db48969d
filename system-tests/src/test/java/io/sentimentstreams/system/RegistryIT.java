package io.sentimentstreams.system;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ShowLogsOfFailedTests.class)
class RegistryIT {

  @Test
  void outageDelaysOnlyRecordsWithUnknownSchemas(@TempDir Path folder) throws Exception {
    try (LocalRegistry registry = new LocalRegistry()) {
      new RegistryStory(registry).run(folder, RegistryIT.class);
    }
  }
}
