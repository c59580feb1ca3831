"""Will it last: the forecast and the chart of the cycle; imported by ui.overview alone."""
