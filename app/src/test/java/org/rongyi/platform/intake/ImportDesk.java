package org.rongyi.platform.intake;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.rongyi.platform.documents.sheet.Row;
import org.rongyi.platform.documents.sheet.SheetReader;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Somebody at the imports page, and the program's job beside him. */
public final class ImportDesk {

    private final MockMvc web;
    private final RunImports imports;
    private final JdbcClient everything;

    public ImportDesk(ApplicationContext program) {
        this.web = MockMvcBuilders.webAppContextSetup((WebApplicationContext) program)
                .build();
        this.imports = program.getBean(RunImports.class);
        this.everything = program.getBean("jobJdbc", JdbcClient.class);
    }

    /** A sheet as it is read back: titles, and the rows below. */
    public record Sheet(List<String> titles, List<List<String>> rows) {}

    public MockHttpServletResponse look(Actor actor, String path) {
        return perform(actor, get(path));
    }

    public MockHttpServletResponse post(Actor.Office actor, String path, String... fields) {
        return perform(actor, form(actor, MockMvcRequestBuilders.post(path), fields));
    }

    public MockHttpServletResponse send(Actor.Office actor, String kind, String fileName, byte[] file) {
        var request = multipart("/imports").file(new MockMultipartFile("file", fileName, "", file));
        return perform(actor, form(actor, request, "kind", kind));
    }

    /** Uploads what must be received; answers the batch, checked. */
    public UUID checked(Actor.Office actor, String kind, byte[] file) {
        var answer = send(actor, kind, "名单.xlsx", file);
        var location = answer.getHeader("Location");
        if (location == null) {
            throw new AssertionError(answer.getStatus() + " " + body(answer));
        }
        var batch = UUID.fromString(location.substring("/imports/".length()));
        finish(batch);
        return batch;
    }

    /** Uploads, checks and imports. */
    public UUID imported(Actor.Office actor, String kind, byte[] file) {
        var batch = checked(actor, kind, file);
        post(actor, "/imports/" + batch + "/start");
        finish(batch);
        return batch;
    }

    public String withdraw(Actor.Office actor, UUID batch) {
        post(actor, "/imports/" + batch + "/withdrawal");
        return finish(batch);
    }

    /** Works until the batch is at rest; answers its state. */
    public String finish(UUID batch) {
        for (int round = 0; round < 200; round++) {
            imports.run();
            var state = everything
                    .sql("select state from intake.batch where id = :id")
                    .param("id", batch)
                    .query(String.class)
                    .single();
            if (!BatchState.valueOf(state).isBusy()) {
                return state;
            }
        }
        throw new AssertionError("the batch never comes to rest");
    }

    /** Imports, loses all memory of it as a kill in the middle would, and goes on from the first row. */
    public UUID importedAcrossAKill(Actor.Office actor, String kind, byte[] file) {
        var batch = checked(actor, kind, file);
        post(actor, "/imports/" + batch + "/start");
        var pieces = everything
                .sql("select pieces from intake.batch where id = :id")
                .param("id", batch)
                .query((row, n) -> (String[]) row.getArray(1).getArray())
                .single();
        finish(batch);
        everything.sql("""
                     update intake.batch
                     set state = 'RUNNING', next_row = 0, good = 0, known = 0, refused = 0, pieces = :pieces
                     where id = :id
                     """).param("pieces", pieces).param("id", batch).update();
        everything
                .sql("delete from intake.row where batch_id = :id")
                .param("id", batch)
                .update();
        finish(batch);
        return batch;
    }

    /** Good, known, refused, kept. */
    public List<Integer> counts(UUID batch) {
        return everything
                .sql("select good, known, refused, kept from intake.batch where id = :id")
                .param("id", batch)
                .query((row, n) -> List.of(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
                .single();
    }

    /** The reasons of the refused rows, one each, as the file of refused rows gives them. */
    public List<String> reasons(Actor.Office actor, UUID batch) {
        var file = look(actor, "/imports/" + batch + "/errors.xlsx");
        return read(file.getContentAsByteArray()).rows().stream()
                .map(List::getLast)
                .toList();
    }

    public static String body(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    public static byte[] workbook(List<String> titles, List<? extends List<String>> rows) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("表");
            for (int column = 0; column < titles.size(); column++) {
                sheet.value(0, column, titles.get(column));
            }
            // the table of shared texts of a huge list would not fit into the heap of the tests
            boolean huge = rows.size() > 50_000;
            for (int row = 0; row < rows.size(); row++) {
                var cells = rows.get(row);
                for (int column = 0; column < cells.size(); column++) {
                    if (huge) {
                        sheet.inlineString(row + 1, column, cells.get(column));
                    } else {
                        sheet.value(row + 1, column, cells.get(column));
                    }
                }
                if (huge && row % 1000 == 0) {
                    sheet.flush();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static Sheet read(byte[] file) {
        try {
            var path = Files.createTempFile(Path.of("target"), "import", ".xlsx");
            Files.write(path, file);
            var titles = new ArrayList<String>();
            var rows = new ArrayList<List<String>>();
            SheetReader.read(path, new SheetReader.RowSink() {
                @Override
                public boolean header(List<String> texts) {
                    titles.addAll(texts);
                    return true;
                }

                @Override
                public boolean row(Row row) {
                    rows.add(row.texts());
                    return true;
                }
            });
            Files.delete(path);
            return new Sheet(titles, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AbstractMockHttpServletRequestBuilder<?> form(
            Actor.Office actor, AbstractMockHttpServletRequestBuilder<?> request, String... fields) {
        request.param("_command", Ids.next().toString())
                .param("_post", actor.post().toString());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request;
    }

    /** As the session filter would have it. */
    private MockHttpServletResponse perform(Actor actor, AbstractMockHttpServletRequestBuilder<?> request) {
        try {
            request.requestAttr(Actor.class.getName(), actor);
            return web.perform(request).andReturn().getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
