package org.rongyi.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotosTest {

    private final Photos photos = new Photos();

    private Photos.Photo read(byte[] upload) throws IOException {
        return photos.read(new ByteArrayInputStream(upload));
    }

    private Photos.Accepted accepted(byte[] upload) throws IOException {
        return (Photos.Accepted) read(upload);
    }

    private String refusal(byte[] upload) throws IOException {
        return ((Photos.Refused) read(upload)).reason();
    }

    /** A picture whose upper left quarter is red, the rest blue. */
    private static byte[] picture(int width, int height, String format) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    /** The JPEG with an EXIF block that says how the camera was held and, as GPS text, where. */
    private static byte[] withExif(byte[] jpeg, int orientation) {
        var gps = "GPSLatitude 23.1291".getBytes(StandardCharsets.US_ASCII);
        var exif = ByteBuffer.allocate(6 + 8 + 2 + 24 + 4 + gps.length);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 2);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        exif.putShort((short) 0x8825)
                .putShort((short) 2)
                .putInt(gps.length)
                .putInt(38)
                .putInt(0)
                .put(gps);
        return ByteBuffer.allocate(jpeg.length + 4 + exif.capacity())
                .put(jpeg, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (exif.capacity() + 2))
                .put(exif.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    @Test
    void aLargePhotoIsMadeSmallAndGetsAThumbnail() throws IOException {
        var photo = accepted(picture(4000, 3000, "jpg"));
        assertThat(photo.width()).isEqualTo(1600);
        assertThat(photo.height()).isEqualTo(1200);
        assertThat(ImageIO.read(new ByteArrayInputStream(photo.thumbnail())).getWidth())
                .isEqualTo(320);
    }

    @Test
    void aSmallPhotoIsNotMadeLarger() throws IOException {
        assertThat(accepted(picture(100, 50, "png")))
                .extracting(Photos.Accepted::width)
                .isEqualTo(100);
    }

    @Test
    void whereAPhotoWasTakenIsNotKept() throws IOException {
        var upload = withExif(picture(640, 480, "jpg"), 1);
        assertThat(new String(upload, StandardCharsets.ISO_8859_1)).contains("GPSLatitude");
        var photo = accepted(upload);
        for (var kept : new byte[][] {photo.photo(), photo.thumbnail()}) {
            assertThat(new String(kept, StandardCharsets.ISO_8859_1).contains("GPS"))
                    .isFalse();
            assertThat(new String(kept, StandardCharsets.ISO_8859_1).contains("Exif"))
                    .isFalse();
        }
    }

    /** Where the red quarter goes: 0 upper left, 1 upper right, 2 lower right, 3 lower left. */
    @ParameterizedTest
    @CsvSource({"1,0", "2,1", "3,2", "4,3", "5,0", "6,1", "7,2", "8,3", "99,0"})
    void aPhotoStandsAsTheCameraWasHeld(int orientation, int corner) throws IOException {
        var photo = accepted(withExif(picture(640, 480, "jpg"), orientation));
        boolean turned = orientation >= 5 && orientation <= 8;
        assertThat(photo.width()).isEqualTo(turned ? 480 : 640);
        var image = ImageIO.read(new ByteArrayInputStream(photo.photo()));
        int right = image.getWidth() - 20;
        int bottom = image.getHeight() - 20;
        int[][] corners = {{20, 20}, {right, 20}, {right, bottom}, {20, bottom}};
        for (int i = 0; i < 4; i++) {
            var colour = new Color(image.getRGB(corners[i][0], corners[i][1]));
            assertThat(colour.getRed() > colour.getBlue()).as("corner " + i).isEqualTo(i == corner);
        }
    }

    @Test
    void transparencyBecomesWhite() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB), "png", bytes);
        var image = ImageIO.read(
                new ByteArrayInputStream(accepted(bytes.toByteArray()).photo()));
        assertThat(new Color(image.getRGB(10, 10)).getGreen()).isGreaterThan(250);
    }

    @Test
    void thirtyMegabytesAreTheLimit() throws IOException {
        var upload = picture(64, 64, "jpg");
        assertThat(read(Arrays.copyOf(upload, Photos.MAX_BYTES))).isInstanceOf(Photos.Accepted.class);
        assertThat(refusal(Arrays.copyOf(upload, Photos.MAX_BYTES + 1))).contains("30 MB");
    }

    @Test
    void dimensionsAreCheckedBeforeAnythingIsDecoded() throws IOException {
        var header = ByteBuffer.allocate(13)
                .putInt(100_000)
                .putInt(100_000)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        var crc = new CRC32();
        crc.update("IHDR".getBytes(StandardCharsets.US_ASCII));
        crc.update(header);
        var bomb = ByteBuffer.allocate(64)
                .put("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(13)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .put(header)
                .putInt((int) crc.getValue());
        assertThat(refusal(bomb.array())).contains("6000 万像素");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RIFF____WEBPVP8 ", "\0\0\0\u0018ftypheic", "GIF89a", "<svg onload=x>", "%PDF-1.7", ""})
    void otherKindsAreRefusedWithAWayOut(String magic) throws IOException {
        assertThat(refusal(magic.getBytes(StandardCharsets.ISO_8859_1))).containsAnyOf("JPG", "空");
    }

    @Test
    void aBrokenPhotoIsRefusedOrReadAndNeverThrows() throws IOException {
        var random = new Random(5);
        for (var whole : new byte[][] {withExif(picture(200, 100, "jpg"), 6), picture(200, 100, "png")}) {
            for (int i = 0; i < 200; i++) {
                var broken = Arrays.copyOf(whole, 20 + random.nextInt(whole.length - 20));
                broken[12 + random.nextInt(broken.length - 12)] = (byte) random.nextInt();
                assertThat(read(broken)).isNotNull();
            }
        }
    }
}
