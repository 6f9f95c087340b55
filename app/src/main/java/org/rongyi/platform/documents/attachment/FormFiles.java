package org.rongyi.platform.documents.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.FileName;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.field.KeptFile;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * 表单的附件栏: takes in what came with a multipart form before its act is tried, so that nothing has to be chosen twice when the
 * form comes back. The field is {@code ui.field.files}; the act ends with {@link DraftFiles#claim}.
 */
@Component
public class FormFiles {

    private final UploadCheck check;
    private final DraftFiles drafts;
    private final Transactions transactions;

    FormFiles(UploadCheck check, DraftFiles drafts, Transactions transactions) {
        this.check = check;
        this.drafts = drafts;
        this.transactions = transactions;
    }

    /** One file field of a form. */
    public record Field(String name, AttachmentKind kind) {

        /** The name under which its files come back that are not wanted after all. */
        public String dropName() {
            return name + "-drop";
        }
    }

    /** Keeps what can be kept and says of the rest why not; a transaction of its own for each file. */
    public void take(
            Actor actor,
            CommandId form,
            Field field,
            List<MultipartFile> uploads,
            List<String> dropped,
            FieldErrors errors) {
        for (var id : dropped) {
            drop(actor, form, id);
        }
        for (var upload : uploads) {
            if (upload.isEmpty() && String.valueOf(upload.getOriginalFilename()).isEmpty()) {
                continue; // the field was left empty
            }
            switch (read(upload)) {
                case Checked.Fit fit ->
                    transactions
                            .write(actor, () -> drafts.keep(actor, form, field.kind(), fit))
                            .ifPresent(reason -> errors.add(field.name(), reason));
                case Checked.Unfit(var reason) ->
                    errors.add(field.name(), FileName.clean(upload.getOriginalFilename(), "") + "：" + reason);
            }
        }
    }

    /** What the form's field has so far, to show it again. */
    public List<KeptFile> kept(Actor actor, CommandId form, Field field) {
        return transactions.read(actor, () -> drafts.list(actor, form)).stream()
                .filter(draft -> draft.kind().equals(field.kind()))
                .map(draft -> new KeptFile(
                        draft.id().toString(),
                        draft.name(),
                        draft.kind().zh() + " · " + draft.sizeInWords()
                                + (draft.pages() > 1 ? " · " + draft.pages() + " 页" : "")))
                .toList();
    }

    private void drop(Actor actor, CommandId form, String id) {
        UUID file;
        try {
            file = UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            return; // no file of ours
        }
        transactions.write(actor, () -> {
            drafts.drop(actor, form, file);
            return true;
        });
    }

    private Checked read(MultipartFile upload) {
        try (var in = upload.getInputStream()) {
            return check.check(upload.getOriginalFilename(), in);
        } catch (IOException e) {
            throw new UncheckedIOException("文件没有收完整", e);
        }
    }
}
