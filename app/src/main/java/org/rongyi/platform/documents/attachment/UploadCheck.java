package org.rongyi.platform.documents.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.documents.FileName;
import org.rongyi.platform.documents.Photos;
import org.rongyi.platform.policy.Policy;
import org.springframework.stereotype.Component;

/**
 * 收件检查: makes an upload fit to keep, or says in words why it is not. Nothing of it touches the database or the disk, so it is
 * asked before any transaction.
 */
@Component
public class UploadCheck {

    private final Policy policy;
    private final Clock clock;
    private final Photos photos;
    private final PdfCheck pdfs;
    private final UploadScan scan;

    UploadCheck(Policy policy, Clock clock, Photos photos, PdfCheck pdfs, UploadScan scan) {
        this.policy = policy;
        this.clock = clock;
        this.photos = photos;
        this.pdfs = pdfs;
        this.scan = scan;
    }

    /** The limits of today, for the form that asks for files. */
    public Limits limits() {
        var today = LocalDate.now(clock);
        return new Limits(
                policy.number(AttachmentPolicy.MEGABYTES, today),
                policy.number(AttachmentPolicy.COUNT, today),
                policy.number(AttachmentPolicy.PAGES, today),
                policy.isProposed(today, AttachmentPolicy.MEGABYTES, AttachmentPolicy.COUNT, AttachmentPolicy.PAGES));
    }

    /** Reads no more than the limit from the stream, which stays open. The name is what the sender's device says. */
    public Checked check(@Nullable String name, InputStream upload) throws IOException {
        var limits = limits();
        var bytes = upload.readNBytes((limits.megabytes() << 20) + 1);
        if (bytes.length > limits.megabytes() << 20) {
            return new Checked.Unfit("文件超过 " + limits.megabytes() + " MB，请缩小或拆成几份后再上传");
        }
        if (bytes.length == 0) {
            return new Checked.Unfit("文件是空的，请重新选择");
        }
        var kept = bytes.length > 4 && new String(bytes, 0, 5, StandardCharsets.ISO_8859_1).equals("%PDF-")
                ? pdf(name, bytes, limits)
                : image(name, bytes);
        return kept instanceof Checked.Fit fit ? scanned(fit, bytes) : kept;
    }

    private Checked image(@Nullable String name, byte[] bytes) throws IOException {
        return switch (photos.readPaper(new ByteArrayInputStream(bytes))) {
            case Photos.Accepted good ->
                new Checked.Fit(
                        FileName.clean(name, ".jpg"), Photos.MEDIA_TYPE, good.photo(), good.thumbnail(), 1, false);
            case Photos.Refused(var reason) -> new Checked.Unfit(reason);
        };
    }

    private Checked pdf(@Nullable String name, byte[] bytes, Limits limits) throws IOException {
        return switch (pdfs.check(bytes, limits.pages())) {
            case PdfCheck.Good(var pages, var first) ->
                new Checked.Fit(
                        FileName.clean(name, ".pdf"), Checked.PDF, bytes, photos.thumbnail(first), pages, false);
            case PdfCheck.Bad(var reason) -> new Checked.Unfit(reason);
        };
    }

    /** The scanner sees what was sent, not what was made of it. */
    private Checked scanned(Checked.Fit fit, byte[] sent) {
        return switch (scan.of(sent)) {
            case UploadScan.Kept(var seen) ->
                new Checked.Fit(fit.name(), fit.mediaType(), fit.content(), fit.preview(), fit.pages(), seen);
            case UploadScan.Refused(var reason) -> new Checked.Unfit(reason);
        };
    }

    /**
     * @param megabytes of one file
     * @param count files of one record
     * @param pages of one PDF
     * @param proposed one of them is ours and waits for the office to confirm it
     */
    public record Limits(int megabytes, int count, int pages, boolean proposed) {

        /** For the field's hint. */
        public String inWords() {
            return "JPG、PNG 照片或 PDF，每个不超过 " + megabytes + " MB，最多 " + count + " 个；PDF 不超过 " + pages + " 页";
        }
    }
}
