package org.rongyi.insight.figures;

/** 人: distinct people of one unit in one fixed period. It has no sum: who is in two units or months is one person. */
public record People(long number) implements Comparable<People> {

    @Override
    public int compareTo(People other) {
        return Long.compare(number, other.number);
    }
}
