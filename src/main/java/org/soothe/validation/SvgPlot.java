package org.soothe.validation;

import java.util.Locale;

/** Two small charts side by side as SVG, nothing but lines and text. Not thread-safe. */
final class SvgPlot {
    private static final int SIDE = 340;
    private static final int LEFT = 60;
    private static final int TOP = 40;
    private static final int STEP = SIDE + 120;
    private static final String[] COLOURS = {"#1b6ca8", "#7fb2d9", "#3a7d44", "#a9d3ae", "#8a5a00", "#d9b778"};

    private final StringBuilder svg = new StringBuilder();
    private int curves;
    private int chart = -1;
    private double maxX = 1;

    SvgPlot(String title) {
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 960 470\" font-family=\"sans-serif\""
                        + " font-size=\"12\">\n<rect width=\"960\" height=\"470\" fill=\"white\"/>\n<title>")
                .append(title)
                .append("</title>\n");
    }

    /** Begins the next chart; its y axis goes from 0 to 1. */
    void chart(String title, String xName, double newMaxX, String yName) {
        chart++;
        curves = 0;
        maxX = newMaxX;
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#888\"/>%n",
                left(),
                TOP,
                SIDE,
                SIDE));
        text(left() + SIDE / 2.0, TOP - 14, "middle", title);
        text(left() + SIDE / 2.0, TOP + SIDE + 36, "middle", xName);
        for (int i = 0; i <= 4; i++) {
            text(left() + SIDE * i / 4.0, TOP + SIDE + 16, "middle", Words.one(100 * maxX * i / 4 / 100));
            text(left() - 8, TOP + SIDE - SIDE * i / 4.0 + 4, "end", Words.one(i / 4.0 * 100));
        }
        text(left() - 8, TOP - 14, "end", yName);
    }

    /** Draws a curve. */
    void curve(String name, double[] x, double[] y) {
        String colour = COLOURS[curves % COLOURS.length];
        svg.append("<polyline fill=\"none\" stroke-width=\"1.6\" stroke=\"")
                .append(colour)
                .append("\" points=\"");
        for (int i = 0; i < x.length; i++) {
            svg.append(String.format(
                    Locale.ROOT,
                    "%.1f,%.1f ",
                    left() + SIDE * Math.min(1, x[i] / maxX),
                    TOP + SIDE * (1 - Math.min(1, y[i]))));
        }
        svg.append("\"/>\n<line stroke-width=\"3\" stroke=\"")
                .append(colour)
                .append(String.format(
                        Locale.ROOT,
                        "\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>%n",
                        left() + 150,
                        left() + 172,
                        legendY() - 4,
                        legendY() - 4));
        text(left() + 178, legendY(), "start", name);
        curves++;
    }

    private int legendY() {
        return TOP + SIDE - 110 + 17 * curves;
    }

    private int left() {
        return LEFT + chart * STEP;
    }

    private void text(double x, double y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, text));
    }

    @Override
    public String toString() {
        return svg.toString().replace("\r\n", "\n") + "</svg>\n";
    }
}
