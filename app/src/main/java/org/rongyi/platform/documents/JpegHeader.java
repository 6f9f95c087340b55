package org.rongyi.platform.documents;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What must be known of a JPEG before it is decoded.
 *
 * @param orientation how the camera was held (EXIF 2.3, tag 0x0112), 1 to 8; 1 when it is not said, or not well
 * @param isProgressive the decoder holds the whole image at once, at its full size
 */
record JpegHeader(int orientation, boolean isProgressive) {

    static final JpegHeader NONE = new JpegHeader(1, false);

    private static final int ORIENTATION = 0x0112;
    private static final int EXIF_SEGMENT = 0xE1;
    private static final int PROGRESSIVE_FRAME = 0xC2;
    private static final int SCAN = 0xDA;
    private static final int FILL = 0xFF;
    private static final long EXIF_MARK = 0x457869660000L;

    static JpegHeader of(byte[] jpeg) {
        int orientation = 1;
        boolean progressive = false;
        try {
            var in = ByteBuffer.wrap(jpeg).position(2);
            while ((in.get() & 0xFF) == 0xFF) {
                int marker = in.get() & 0xFF;
                if (marker == FILL) {
                    in.position(in.position() - 1);
                    continue;
                }
                if (marker == SCAN) {
                    break;
                }
                int length = Short.toUnsignedInt(in.getShort()) - 2;
                int start = in.position();
                if (marker == EXIF_SEGMENT && length > 14 && in.getLong(start) >>> 16 == EXIF_MARK) {
                    orientation = orientation(in.slice(start + 6, length - 6));
                }
                progressive |= marker == PROGRESSIVE_FRAME;
                in.position(start + length);
            }
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // broken behind this point: the decoder will say so
        }
        return new JpegHeader(orientation, progressive);
    }

    private static int orientation(ByteBuffer tiff) {
        try {
            tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = Short.toUnsignedInt(tiff.getShort(directory));
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + 12 * i;
                if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION) {
                    int value = tiff.getShort(entry + 8);
                    return value >= 1 && value <= 8 ? value : 1;
                }
            }
        } catch (IndexOutOfBoundsException e) {
            // a broken EXIF block says nothing
        }
        return 1;
    }
}
