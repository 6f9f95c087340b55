package org.rongyi.platform.documents;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.springframework.stereotype.Component;

/**
 * Makes an uploaded image fit to keep: upright, at most {@value #LONGEST} pixels long, and anew as a JPEG without
 * anything the camera wrote into it (place, time, device).
 */
@Component
public class Photos {

    public static final String MEDIA_TYPE = "image/jpeg";

    public static final int MAX_BYTES = 30 << 20;

    public static final String TOO_LARGE = "照片超过 30 MB，请缩小后再上传";

    private static final int LONGEST = 1600;
    private static final int LONGEST_PAPER = 2400;
    private static final int THUMBNAIL = 320;
    private static final long MAX_PIXELS = 60_000_000;
    private static final long MAX_PROGRESSIVE_PIXELS = 24_000_000;
    private static final int MAX_SIDE = 30_000;
    private static final float QUALITY = 0.85f;
    /** Images decoded at once: each takes up to some 80 MB. */
    private static final int AT_ONCE = 2;

    private final Semaphore decoding = new Semaphore(AT_ONCE);

    /** What became of an upload. */
    public sealed interface Photo {}

    /** Both are JPEG. Sizes in pixels are the photo's. */
    public record Accepted(byte[] photo, byte[] thumbnail, int width, int height) implements Photo {}

    /** The reason is for the person. */
    public record Refused(String reason) implements Photo {}

    /** Reads no more than the limit from the stream, which stays open. */
    public Photo read(InputStream upload) throws IOException {
        return read(upload, LONGEST);
    }

    /** The same for a paper that was photographed or scanned: small print stays legible (A4 at 200 dpi). */
    public Photo readPaper(InputStream upload) throws IOException {
        return read(upload, LONGEST_PAPER);
    }

    /** A small JPEG of a picture that was drawn here. */
    public byte[] thumbnail(BufferedImage picture) throws IOException {
        return jpeg(fitted(picture, THUMBNAIL));
    }

    private Photo read(InputStream upload, int longest) throws IOException {
        var bytes = upload.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            return new Refused(TOO_LARGE);
        }
        var refusal = refusalByType(bytes);
        if (!refusal.isEmpty()) {
            return new Refused(refusal);
        }
        decoding.acquireUninterruptibly();
        try {
            return convert(bytes, longest);
        } finally {
            decoding.release();
        }
    }

    private static String refusalByType(byte[] bytes) {
        if (bytes.length == 0) {
            return "照片是空的";
        }
        var head = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
        if (isJpeg(bytes) || head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return "";
        }
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return "WebP 照片不能用，请另存为 JPG 或 PNG 后再上传";
        }
        if (head.startsWith("ftyp", 4)) {
            return "HEIC 照片或视频不能用，请在手机“设置 - 相机 - 格式”中选“兼容性最佳”，或转成 JPG 后再上传";
        }
        return "只能上传 JPG 或 PNG 照片";
    }

    private static boolean isJpeg(byte[] bytes) {
        return bytes.length > 3 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xD8 && (bytes[2] & 0xFF) == 0xFF;
    }

    private static Photo convert(byte[] bytes, int longest) {
        var reader = ImageIO.getImageReadersByFormatName(isJpeg(bytes) ? "jpeg" : "png")
                .next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true); // metadata stays unread: its compressed texts may be bombs
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width > MAX_SIDE || height > MAX_SIDE || (long) width * height > MAX_PIXELS) {
                return new Refused("照片有 " + width + "×" + height + " 像素，超过 6000 万像素，请缩小后再上传");
            }
            var header = isJpeg(bytes) ? JpegHeader.of(bytes) : JpegHeader.NONE;
            if (header.isProgressive() && (long) width * height > MAX_PROGRESSIVE_PIXELS) {
                return new Refused("这是超过 2400 万像素的渐进式 JPG，请用手机相册另存一份或缩小后再上传");
            }
            var photo = upright(decode(reader, width, height, longest), header.orientation());
            return new Accepted(jpeg(photo), jpeg(fitted(photo, THUMBNAIL)), photo.getWidth(), photo.getHeight());
        } catch (IOException | RuntimeException e) {
            // decoders answer a broken image with exceptions of many kinds
            return new Refused("照片已损坏或格式特殊，请用手机相册另存一份再上传");
        } finally {
            reader.dispose();
        }
    }

    /** Every n-th pixel only when the image is more than twice too large: the rest is averaged. */
    private static BufferedImage decode(ImageReader reader, int width, int height, int longest) throws IOException {
        var parameters = reader.getDefaultReadParam();
        int step = Math.max(1, (Math.max(width, height) + 2 * longest - 1) / (2 * longest));
        parameters.setSourceSubsampling(step, step, 0, 0);
        return fitted(reader.read(0, parameters), longest);
    }

    /** Scaled down by halves at most, so that every pixel counts; on white, in sRGB without transparency. */
    private static BufferedImage fitted(BufferedImage image, int longest) {
        var fitted = image;
        do {
            int now = Math.max(fitted.getWidth(), fitted.getHeight());
            double factor = Math.clamp((double) longest / now, 0.5, 1);
            int width = Math.max(1, (int) Math.round(fitted.getWidth() * factor));
            int height = Math.max(1, (int) Math.round(fitted.getHeight() * factor));
            fitted = drawn(
                    fitted,
                    width,
                    height,
                    AffineTransform.getScaleInstance(
                            (double) width / fitted.getWidth(), (double) height / fitted.getHeight()));
        } while (Math.max(fitted.getWidth(), fitted.getHeight()) > longest);
        return fitted;
    }

    /** Turned and mirrored as the camera says (EXIF orientation 1 to 8). */
    private static BufferedImage upright(BufferedImage image, int orientation) {
        double w = image.getWidth();
        double h = image.getHeight();
        var turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
        if (turn.isIdentity()) {
            return image;
        }
        return orientation >= 5
                ? drawn(image, image.getHeight(), image.getWidth(), turn)
                : drawn(image, image.getWidth(), image.getHeight(), turn);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height, AffineTransform transform) {
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = drawn.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(image, transform, null);
        } finally {
            graphics.dispose();
        }
        return drawn;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
