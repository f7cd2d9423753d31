package org.soothe.breathing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeastSquaresTest {

    private static final int COLUMNS = 4;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void coefficientsAndResidualsOfEveryLeadingGroupAreThoseOfCommonsMath(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int rows = 5 + random.nextInt(60);
        LeastSquares squares = new LeastSquares(COLUMNS, 64);
        double[] y = new double[rows];
        double[][] x = new double[rows][COLUMNS];
        for (int i = 0; i < rows; i++) {
            y[i] = 1000 * random.nextDouble();
            squares.right()[i] = y[i];
            for (int j = 0; j < COLUMNS; j++) {
                x[i][j] = random.nextDouble() - 0.3;
                squares.column(j)[i] = x[i][j];
            }
        }

        squares.solve(rows);

        for (int columns = 1; columns <= COLUMNS; columns++) {
            OLSMultipleLinearRegression oracle = new OLSMultipleLinearRegression();
            oracle.setNoIntercept(true);
            oracle.newSampleData(y, firstColumns(x, columns));
            double expected = oracle.calculateResidualSumOfSquares();
            assertThat(squares.residualSquares(columns)).isCloseTo(expected, within(1e-9 * expected));
            if (columns == COLUMNS) {
                double[] coefficients = oracle.estimateRegressionParameters();
                for (int j = 0; j < COLUMNS; j++) {
                    assertThat(squares.coefficient(j)).isCloseTo(coefficients[j], within(1e-7));
                }
            }
        }
    }

    @Test
    void aColumnThatOthersExplainGetsNothingAndSpoilsNothing() {
        LeastSquares squares = new LeastSquares(3, 4);
        for (int i = 0; i < 4; i++) {
            squares.column(0)[i] = 1;
            squares.column(1)[i] = 7;
            squares.column(2)[i] = i;
            squares.right()[i] = 3 + 2 * i + (i == 3 ? 1 : 0);
        }
        squares.solve(4);
        assertThat(squares.isIndependent(1)).isFalse();
        assertThat(squares.coefficient(1)).isZero();
        // the line through 3, 5, 7, 10
        assertThat(squares.coefficient(0)).isCloseTo(2.8, within(1e-12));
        assertThat(squares.coefficient(2)).isCloseTo(2.3, within(1e-12));
        assertThat(squares.residualSquares(3)).isCloseTo(0.3, within(1e-12));
        assertThat(squares.residualSquares(2)).isCloseTo(26.75, within(1e-12));
    }

    @Test
    void aColumnOfZerosIsExplainedByNothingAtAll() {
        LeastSquares squares = new LeastSquares(1, 2);
        squares.right()[0] = 3;
        squares.right()[1] = 4;
        squares.solve(2);
        assertThat(squares.isIndependent(0)).isFalse();
        assertThat(squares.residualSquares(1)).isEqualTo(25);
    }

    private static double[][] firstColumns(double[][] x, int columns) {
        double[][] part = new double[x.length][columns];
        for (int i = 0; i < x.length; i++) {
            System.arraycopy(x[i], 0, part[i], 0, columns);
        }
        return part;
    }
}
