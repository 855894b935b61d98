package fi.rinnalla.service.delivering;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import tools.jackson.databind.json.JsonMapper;

/** Writes messages into a file, one JSON object a line: for trying, and for whoever fetches them from there. */
class FileCourier implements Courier {

    private final Path file;
    private final JsonMapper json;

    FileCourier(Path file, JsonMapper json) {
        this.file = file;
        this.json = json;
    }

    @Override
    public boolean carries(Way way) {
        return true;
    }

    @Override
    public void carry(Message message) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(
                file,
                json.writeValueAsString(message) + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
