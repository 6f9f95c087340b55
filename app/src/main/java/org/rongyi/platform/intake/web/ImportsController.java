package org.rongyi.platform.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.FileId;
import org.rongyi.platform.documents.attachment.UploadScan;
import org.rongyi.platform.documents.sheet.Columns;
import org.rongyi.platform.documents.sheet.Heading;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.documents.sheet.Row;
import org.rongyi.platform.documents.sheet.SheetReader;
import org.rongyi.platform.documents.sheet.Template;
import org.rongyi.platform.intake.Batch;
import org.rongyi.platform.intake.Batches;
import org.rongyi.platform.intake.Importer;
import org.rongyi.platform.intake.Importers;
import org.rongyi.platform.intake.ReceiveUpload;
import org.rongyi.platform.intake.Uploads;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** 导入: templates and uploads. */
@Controller
class ImportsController {

    private static final int LONGEST_NAME = 120;

    private static final List<String> HEADERS = List.of("文件", "内容", "状态", "可导入或已导入", "已有", "退回", "办理人", "时间");

    private final Acts acts;
    private final ReceiveUpload receiveUpload;
    private final Importers importers;
    private final Batches batches;
    private final Uploads uploads;
    private final UploadScan scan;
    private final Transactions transactions;
    private final Clock clock;

    ImportsController(
            Acts acts,
            ReceiveUpload receiveUpload,
            Importers importers,
            Batches batches,
            Uploads uploads,
            UploadScan scan,
            Transactions transactions,
            Clock clock) {
        this.clock = clock;
        this.scan = scan;
        this.acts = acts;
        this.receiveUpload = receiveUpload;
        this.importers = importers;
        this.batches = batches;
        this.uploads = uploads;
        this.transactions = transactions;
    }

    @GetMapping("/imports")
    @Allow(act = ReceiveUpload.class)
    Page list(Actor.Office actor, @RequestParam(defaultValue = "") String after) {
        return page(actor, behind(after), new ImportsPage.Upload(null, List.of(), FieldErrors.none()));
    }

    @GetMapping({"/imports/export.xlsx", "/imports/print"})
    @Allow(act = ReceiveUpload.class)
    void export(Actor.Office actor, HttpServletResponse response) {
        var names = kinds(actor).stream()
                .collect(
                        Collectors.toMap(one -> one.kind(), one -> one.columns().name()));
        var lines = List.of(
                actor.unitName() + "的导入",
                "填表单位：" + actor.unitName() + "　填表人：" + actor.name() + "　日期：" + LocalDate.now(clock));
        transactions.read(actor, () -> {
            ListDownload.send(
                    response,
                    new Heading("导入批次", lines, HEADERS),
                    row -> batches.each(actor, one -> row.of(cells(one, names.getOrDefault(one.kind(), one.kind())))));
            return true;
        });
    }

    private static List<@Nullable Object> cells(Batch batch, String kind) {
        return Arrays.asList(
                batch.fileName(),
                kind,
                batch.state().zh(),
                batch.good(),
                batch.known(),
                batch.refused(),
                batch.byName(),
                Words.moment(batch.createdAt().toInstant()));
    }

    @GetMapping("/imports/{kind}/template.xlsx")
    @Allow(act = ReceiveUpload.class)
    ResponseEntity<byte[]> template(Actor.Office actor, @PathVariable String kind) throws IOException {
        var columns = importers
                .find(kind, actor)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .columns();
        var out = new ByteArrayOutputStream();
        Template.write(columns, out);
        return Workbook.named(columns.name() + "导入模板").body(out.toByteArray());
    }

    @PostMapping("/imports")
    @Allow(act = ReceiveUpload.class)
    ResponseEntity<Page> upload(
            Actor.Office actor,
            CommandId command,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        var importer = importers.find(kind, actor);
        if (importer.isEmpty()) {
            return again(actor, null, List.of(), FieldErrors.of("kind", "请选择导入什么"));
        }
        if (file == null || file.isEmpty()) {
            return again(actor, kind, List.of(), FieldErrors.of("file", "请选择要上传的文件，文件不能是空的"));
        }
        try (var content = file.getInputStream();
                var open = uploads.spool(content)) {
            if (scan.of(open.path()) instanceof UploadScan.Refused(var reason)) {
                return again(actor, kind, List.of(), FieldErrors.of("file", reason));
            }
            var header = new Header(importer.get().columns());
            if (SheetReader.read(open.path(), header) instanceof SheetReader.Refused(var reason)) {
                return again(actor, kind, List.of(), FieldErrors.of("file", reason));
            }
            if (header.fits == null) {
                return again(actor, kind, header.reasons, FieldErrors.of("file", "表头与模板不符，没有导入任何一行"));
            }
            var kept = uploads.keep(actor, open);
            var upload = new ReceiveUpload.Command(
                    command,
                    kind,
                    fileName(file),
                    kept.digest(),
                    kept.pieces().stream().map(FileId::value).toList(),
                    header.titles,
                    header.fits.ignored());
            return received(actor, upload);
        }
    }

    private ResponseEntity<Page> received(Actor.Office actor, ReceiveUpload.Command upload) {
        return switch (acts.perform(actor, receiveUpload, upload)) {
            case ReceiveUpload.Outcome.Received(var batch) -> Answer.seeOther("/imports/" + batch);
            case ReceiveUpload.Outcome.SameFile(var batch) ->
                Answer.seeOther("/imports/" + batch, Flash.info("这个文件上传过，没有重复导入，以下是那一批"));
            case ReceiveUpload.Outcome.NoTerritory() ->
                again(actor, upload.kind(), List.of(), FieldErrors.of("file", "本单位还没有服务区域，不能导入"));
            case ReceiveUpload.Outcome.UnknownKind() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private ResponseEntity<Page> again(
            Actor.Office actor, @Nullable String kind, List<String> reasons, FieldErrors errors) {
        return Answer.invalid(page(actor, Optional.empty(), new ImportsPage.Upload(kind, reasons, errors)));
    }

    private Page page(Actor.Office actor, Optional<UUID> after, ImportsPage.Upload upload) {
        var kinds = kinds(actor);
        var batches = transactions.read(actor, () -> this.batches.page(actor, after));
        return new ImportsPage(kinds, batches.rows(), batches.next(), upload);
    }

    /** What his post may import. */
    private List<Importer<?>> kinds(Actor.Office actor) {
        var kinds = importers.allowed(actor);
        if (kinds.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return kinds;
    }

    /** A mangled address shows the first page. */
    private static Optional<UUID> behind(String after) {
        try {
            return after.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(after));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String fileName(MultipartFile file) {
        var name = Optional.ofNullable(file.getOriginalFilename())
                .orElse("")
                .replaceAll(".*[/\\\\]", "")
                .replaceAll("\\p{Cntrl}", "");
        return name.isBlank() ? "未命名" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    /** Reads the header and nothing else. */
    private static final class Header implements SheetReader.RowSink {

        private final Columns<?> columns;
        private final List<String> titles = new ArrayList<>();
        private final List<String> reasons = new ArrayList<>();
        private Columns.@Nullable Fits fits;

        Header(Columns<?> columns) {
            this.columns = columns;
        }

        @Override
        public boolean isHeader(List<String> texts) {
            return columns.isHeader(texts);
        }

        @Override
        public boolean header(List<String> texts) {
            titles.addAll(texts);
            switch (columns.header(texts)) {
                case Columns.Fits found -> fits = found;
                case Columns.Misfits(var why) -> reasons.addAll(why);
            }
            return false;
        }

        @Override
        public boolean row(Row row) {
            return false;
        }
    }
}
