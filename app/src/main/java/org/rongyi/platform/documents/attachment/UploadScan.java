package org.rongyi.platform.documents.attachment;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** 查杀每一份上传: whatever a room keeps of what people send goes through here, whichever form it came by. */
@Component
public class UploadScan {

    private static final Logger LOG = LoggerFactory.getLogger(UploadScan.class);

    private final VirusScanner scanner;

    UploadScan(VirusScanner scanner) {
        this.scanner = scanner;
    }

    /** Whether it may be kept. */
    public sealed interface Verdict {}

    /** @param seen the scanner saw it and found nothing */
    public record Kept(boolean seen) implements Verdict {}

    /** @param reason in words for whoever sent it */
    public record Refused(String reason) implements Verdict {}

    public Verdict of(byte[] sent) {
        return verdict(scanner.scan(sent));
    }

    /** A file of any size, where it lies open. */
    public Verdict of(Path sent) {
        return verdict(scanner.scan(sent));
    }

    private Verdict verdict(VirusScanner.Verdict found) {
        return switch (found) {
            case VirusScanner.Clean() -> new Kept(true);
            case VirusScanner.Found(var virus) -> {
                LOG.warn("An upload was refused: the scanner found {}", virus);
                yield new Refused("文件里查出病毒，没有收下，请先杀毒，或换一台设备重新拍照、扫描");
            }
            case VirusScanner.Unreachable(var why) -> {
                LOG.warn("The virus scanner does not answer: {}", why);
                yield scanner.isRequired() ? new Refused("病毒查杀服务暂时不通，没有收下，请稍后再试") : new Kept(false);
            }
            case VirusScanner.NotSet() -> new Kept(false);
        };
    }
}
