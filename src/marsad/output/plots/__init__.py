"""Plots for papers and reports, in English and Arabic, as SVG, PNG or PDF."""
