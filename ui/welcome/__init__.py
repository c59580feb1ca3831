"""The first page: what to do while there is no plan or no data; imported by ui.overview alone."""
