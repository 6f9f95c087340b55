package org.rongyi.platform.documents.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.NoSuchElementException;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One XML part of a workbook, read forward. Document types and entities are refused: no spreadsheet has them. */
final class XmlPart implements Closeable {

    static final int START = XMLStreamConstants.START_ELEMENT;
    static final int END = XMLStreamConstants.END_ELEMENT;

    /** Excel's limit for the text of a cell, each character possibly written as _xHHHH_. */
    private static final int MAX_TEXT = 32_767 * 7;

    private static final XMLInputFactory FACTORY = factory();

    private final GuardedZip.Entry entry;
    private final XMLStreamReader xml;

    XmlPart(GuardedZip.Entry entry) throws IOException {
        this.entry = entry;
        try {
            this.xml = FACTORY.createXMLStreamReader(entry);
        } catch (XMLStreamException e) {
            entry.close();
            throw Unreadable.broken(e);
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    boolean hasNext() {
        try {
            return xml.hasNext();
        } catch (XMLStreamException e) {
            throw Unreadable.broken(e);
        }
    }

    int next() {
        try {
            int event = xml.next();
            entry.token();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new Unreadable("文件里有 XML 实体声明，不是正常的表格，已拒绝读取");
            }
            return event;
        } catch (XMLStreamException | NoSuchElementException e) {
            throw Unreadable.broken(e);
        }
    }

    /** Goes on to the next element of this name; false when there is none. */
    boolean find(String name) {
        while (hasNext()) {
            if (next() == START && name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    String name() {
        return xml.getLocalName();
    }

    @Nullable
    String attribute(String name) {
        return xml.getAttributeValue(null, name);
    }

    Optional<String> findAttribute(String name) {
        return Optional.ofNullable(attribute(name));
    }

    int number(@Nullable String digits, int absent) {
        try {
            return digits == null ? absent : Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw Unreadable.broken(e);
        }
    }

    /** Text inside the current element, which is then at its end. */
    String text() {
        var text = new StringBuilder();
        append(text, true);
        return text.toString();
    }

    /** Text of a rich string (si, is): its runs together, without reading aids. */
    String richText() {
        var text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            int event = next();
            if (event == START) {
                switch (name()) {
                    case "t" -> append(text, true);
                    case "rPh" -> append(text, false);
                    default -> depth++;
                }
            } else if (event == END) {
                depth--;
            }
        }
        return unescaped(text);
    }

    private void append(StringBuilder text, boolean wanted) {
        int depth = 1;
        while (depth > 0) {
            switch (next()) {
                case START -> depth++;
                case END -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (wanted && depth == 1) {
                        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    }
                    if (text.length() > MAX_TEXT) {
                        throw new Unreadable("有单元格的文字超过 32767 字，已拒绝读取");
                    }
                }
                default -> {}
            }
        }
    }

    /** Excel writes characters that XML cannot as _xHHHH_. */
    private static String unescaped(StringBuilder text) {
        int escape = text.indexOf("_x");
        if (escape < 0) {
            return text.toString();
        }
        var plain = new StringBuilder(text.length());
        int from = 0;
        while (escape >= 0 && escape + 7 <= text.length()) {
            if (text.charAt(escape + 6) == '_' && isHex(text, escape + 2)) {
                plain.append(text, from, escape).append((char) Integer.parseInt(text, escape + 2, escape + 6, 16));
                from = escape + 7;
                escape = text.indexOf("_x", from);
            } else {
                escape = text.indexOf("_x", escape + 2);
            }
        }
        return plain.append(text, from, text.length()).toString();
    }

    private static boolean isHex(CharSequence text, int from) {
        return text.subSequence(from, from + 4).chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
    }

    @Override
    public void close() throws IOException {
        entry.close();
    }
}
